/** One reader for each meaning of a column. */
import type { Meaning } from '../sheet/meanings.ts';
import { civilDateReader, partialDateReader, readBirthDate } from './dates.ts';
import { readIdentityNumber } from './identity-number.ts';
import { readCoefficient, readPercent, readStep } from './numbers.ts';
import { readRankCode, readRankName } from './rank.ts';
import { textOf, type CellReader } from './reading.ts';
import { readEducation, readLanguages } from './training.ts';
import {
  codeReader,
  digitsReader,
  genderMarkReader,
  readEmail,
  readGender,
  readName,
  readPartyMember,
  readPhone,
  textReader,
} from './words.ts';

/** The birth date stands in the column of the sex. */
const birthDateOf =
  (gender: 'male' | 'female'): CellReader =>
  (cell) => ({ ...readBirthDate(cell), open: { genders: [gender] } });

export const readers: Readonly<Record<Meaning, CellReader>> = {
  ordinal: () => ({}),
  'identity.fullName': readName,
  familyName: (cell) => ({ open: { familyName: textOf(cell) } }),
  givenName: (cell) => ({ open: { givenName: textOf(cell) } }),
  'identity.otherName': textReader((otherName) => ({ identity: { otherName } })),
  'identity.gender': readGender,
  maleMark: genderMarkReader('male'),
  femaleMark: genderMarkReader('female'),
  'identity.birthDate': readBirthDate,
  maleBirthDate: birthDateOf('male'),
  femaleBirthDate: birthDateOf('female'),
  birthDay: (cell) => ({ open: { birthDay: textOf(cell) } }),
  birthMonth: (cell) => ({ open: { birthMonth: textOf(cell) } }),
  birthYear: (cell) => ({ open: { birthYear: textOf(cell) } }),
  'identity.birthPlace': textReader((birthPlace) => ({ identity: { birthPlace } })),
  'identity.homeTown': textReader((homeTown) => ({ identity: { homeTown } })),
  'identity.ethnicity': codeReader('ethnicity', 'identity.ethnicity', (ethnicity) => ({
    identity: { ethnicity },
  })),
  'identity.identityNumber': readIdentityNumber,
  'identity.identityIssuedOn': civilDateReader((identityIssuedOn) => ({
    identity: { identityIssuedOn },
  })),
  'identity.socialInsuranceNumber': digitsReader(10, (socialInsuranceNumber) => ({
    identity: { socialInsuranceNumber },
  })),
  'belief.religion': codeReader('religion', 'belief.religion', (religion) => ({
    belief: { religion },
  })),
  'contact.phone': readPhone,
  'contact.email': readEmail,
  'contact.residence': textReader((residence) => ({ contact: { residence } })),
  'party.member': readPartyMember,
  // Who has a day of joining is counted as a member; lists name serving staff only.
  'party.joinedOn': partialDateReader((joinedOn) => ({ party: { member: true, joinedOn } })),
  'party.officialOn': partialDateReader((officialOn) => ({ party: { member: true, officialOn } })),
  'employment.category': codeReader('category', 'employment.category', (category) => ({
    employment: { category },
  })),
  'employment.position': textReader((position) => ({ employment: { position } })),
  'employment.positionSince': partialDateReader((positionSince) => ({
    employment: { positionSince },
  })),
  'employment.mainTask': textReader((mainTask) => ({ employment: { mainTask } })),
  'employment.firstRecruitedOn': partialDateReader((firstRecruitedOn) => ({
    employment: { firstRecruitedOn },
  })),
  'employment.recruitedBy': textReader((recruitedBy) => ({ employment: { recruitedBy } })),
  'employment.joinedUnitOn': partialDateReader((joinedUnitOn) => ({
    employment: { joinedUnitOn },
  })),
  'pay.rankCode': readRankCode,
  rankName: readRankName,
  'pay.rankSince': partialDateReader((rankSince) => ({ pay: { rankSince } })),
  'pay.step': readStep,
  'pay.coefficient': readCoefficient,
  'pay.stepSince': partialDateReader((stepSince) => ({ pay: { stepSince } })),
  'pay.beyondScalePercent': readPercent,
  'education.general': textReader((general) => ({ education: { general } })),
  'education.highest': readEducation,
  'education.major': textReader((major) => ({ education: { major } })),
  'education.politicalTheory': codeReader(
    'politicalTheory',
    'education.politicalTheory',
    (politicalTheory) => ({ education: { politicalTheory } }),
  ),
  'education.informationTechnology': codeReader(
    'informationTechnology',
    'education.informationTechnology',
    (informationTechnology) => ({ education: { informationTechnology } }),
  ),
  languages: readLanguages,
  'note.text': textReader((text) => ({ note: { text } })),
};
