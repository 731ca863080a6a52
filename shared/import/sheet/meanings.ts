/** What a column of a staff list can mean, and the dossier field it fills. */

/** Columns that fill one field of the dossier. The names are the field's path. */
export const fieldMeanings = [
  'identity.fullName',
  'identity.otherName',
  'identity.gender',
  'identity.birthDate',
  'identity.birthPlace',
  'identity.homeTown',
  'identity.ethnicity',
  'identity.identityNumber',
  'identity.identityIssuedOn',
  'identity.socialInsuranceNumber',
  'belief.religion',
  'contact.phone',
  'contact.email',
  'contact.residence',
  'party.member',
  'party.joinedOn',
  'party.officialOn',
  'employment.category',
  'employment.position',
  'employment.positionSince',
  'employment.mainTask',
  'employment.firstRecruitedOn',
  'employment.recruitedBy',
  'employment.joinedUnitOn',
  'pay.rankCode',
  'pay.rankSince',
  'pay.step',
  'pay.coefficient',
  'pay.stepSince',
  'pay.beyondScalePercent',
  'education.general',
  'education.highest',
  'education.major',
  'education.politicalTheory',
  'education.informationTechnology',
  'note.text',
] as const;
export type FieldMeaning = (typeof fieldMeanings)[number];

/** Columns that say part of a field, several fields at once, or nothing for the dossier. */
export type SpecialMeaning =
  | 'ordinal'
  | 'familyName'
  | 'givenName'
  | 'maleBirthDate'
  | 'femaleBirthDate'
  | 'birthDay'
  | 'birthMonth'
  | 'birthYear'
  | 'maleMark'
  | 'femaleMark'
  | 'rankName'
  | 'languages';

export type Meaning = FieldMeaning | SpecialMeaning;

const fieldOfSpecial: Readonly<Record<SpecialMeaning, string | null>> = {
  ordinal: null,
  familyName: 'identity.fullName',
  givenName: 'identity.fullName',
  maleBirthDate: 'identity.birthDate',
  femaleBirthDate: 'identity.birthDate',
  birthDay: 'identity.birthDate',
  birthMonth: 'identity.birthDate',
  birthYear: 'identity.birthDate',
  maleMark: 'identity.gender',
  femaleMark: 'identity.gender',
  rankName: 'pay.rankCode',
  languages: 'languages.*.language',
};

const isSpecial = (meaning: Meaning): meaning is SpecialMeaning => meaning in fieldOfSpecial;

/** The path of the dossier field that a column fills; null when it fills none. */
export const fieldOfMeaning = (meaning: Meaning): string | null =>
  isSpecial(meaning) ? fieldOfSpecial[meaning] : meaning;
