/** English words for the tables of `shared/`. */
import type { Role } from '../../../shared/account/roles.ts';
import type { CatalogueName } from '../../../shared/catalogue/index.ts';
import type { ChangeKind, ChangeState } from '../../../shared/change/change.ts';
import type { UnitKind } from '../../../shared/unit/unit.ts';

const fields: Readonly<Record<string, string>> = {
  'identity.fullName': 'Full name at birth',
  'identity.otherName': 'Other name',
  'identity.gender': 'Gender',
  'identity.birthDate': 'Date of birth',
  'identity.birthPlace': 'Place of birth',
  'identity.homeTown': 'Home town',
  'identity.ethnicity': 'Ethnic group',
  'identity.identityNumber': 'Personal identity number',
  'identity.identityIssuedOn': 'Identity card issued on',
  'identity.socialInsuranceNumber': 'Social insurance number',
  'belief.religion': 'Religion',
  'contact.phone': 'Telephone',
  'contact.email': 'E-mail',
  'contact.residence': 'Present residence',
  'party.member': 'Party member',
  'party.joinedOn': 'Joined the Party on',
  'party.officialOn': 'Official member since',
  'employment.category': 'Category',
  'employment.position': 'Position, title',
  'employment.positionSince': 'Appointed on',
  'employment.mainTask': 'Main task',
  'employment.firstRecruitedOn': 'First recruited on',
  'employment.recruitedBy': 'Recruited by',
  'employment.joinedUnitOn': 'Joined this office on',
  'pay.rankCode': 'Rank / professional title',
  'pay.rankSince': 'In this rank since',
  'pay.step': 'Pay step',
  'pay.coefficient': 'Pay coefficient',
  'pay.stepSince': 'Next raise counts from',
  'pay.beyondScalePercent': 'Beyond-scale seniority allowance',
  'education.general': 'General education',
  'education.highest': 'Highest qualification',
  'education.major': 'Major',
  'education.politicalTheory': 'Political theory',
  'education.informationTechnology': 'Information technology',
  'languages.*.language': 'Language',
  'languages.*.level': 'Level',
  'languages.*.certificate': 'Certificate',
  'note.text': 'Note',
};

const sections: Readonly<Record<string, string>> = {
  identity: 'Personal details',
  belief: 'Religion',
  contact: 'Contact',
  party: 'Communist Party of Vietnam',
  employment: 'Recruitment and work',
  pay: 'Rank, professional title and pay',
  education: 'Qualifications',
  note: 'Note',
};

const catalogues: Readonly<Record<CatalogueName, string>> = {
  ethnicity: 'Ethnic groups',
  religion: 'Religions',
  province: 'Provinces',
  familyOrigin: 'Family origin',
  policyGroup: 'Policy groups',
  kinship: 'Kinship',
  bloodType: 'Blood groups',
  healthState: 'State of health',
  education: 'Qualifications',
  academicTitle: 'Academic titles',
  trainingForm: 'Forms of training',
  politicalTheory: 'Political theory',
  stateManagement: 'State management',
  defenceTraining: 'Defence training',
  informationTechnology: 'Information technology',
  language: 'Languages',
  languageLevel: 'Language levels',
  category: 'Categories of staff',
  rank: 'Ranks and professional titles',
  position: 'Positions',
  partyPosition: 'Party positions',
  jobPosition: 'Job positions',
  contractKind: 'Kinds of contract',
  appointmentKind: 'Kinds of appointment',
  movementKind: 'Movements',
  retirementKind: 'Kinds of retirement',
  employmentStatus: 'Employment status',
  fundingSource: 'Funding sources',
  organisation: 'Organisations',
  militaryRank: 'Military ranks',
  allowanceKind: 'Kinds of allowance',
  evaluationGrade: 'Evaluation grades',
  emulationTitle: 'Emulation titles',
  reward: 'Rewards',
  stateHonour: 'State honours',
  discipline: 'Discipline',
};

const states: Readonly<Record<ChangeState, string>> = {
  draft: 'Draft',
  submitted: 'To be verified',
  verified: 'To be approved',
  approved: 'Approved',
  returned: 'Returned',
  conflicted: 'Conflict to settle',
  withdrawn: 'Withdrawn',
};

const kinds: Readonly<Record<ChangeKind, string>> = {
  create: 'New dossier',
  amend: 'Amendment',
};

const roles: Readonly<Record<Role, string>> = {
  systemAdmin: 'System administrator',
  replicator: 'Backup and replication',
  departmentOfficer: 'Officer, Department of Home Affairs',
  unitAdmin: 'Unit administrator',
  head: 'Head of unit',
  clerk: 'Records clerk',
  employee: 'Employee',
};

const unitKinds: Readonly<Record<UnitKind, string>> = {
  province: 'Provincial People’s Committee',
  department: 'Department',
  commune: 'Commune, ward, special zone',
  office: 'Specialist office',
  school: 'Public school',
  service: 'Public service unit',
};

export const englishTerms = {
  fields,
  sections,
  states,
  kinds,
  roles,
  unitKinds,
  catalogues,
} as const;
