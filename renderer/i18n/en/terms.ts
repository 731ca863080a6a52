/** English words for the tables of `shared/`. */
import type { Role } from '../../../shared/account/roles.ts';
import type { CatalogueName } from '../../../shared/catalogue/index.ts';
import type { ChangeKind, ChangeState } from '../../../shared/change/change.ts';
import type { UnitKind } from '../../../shared/unit/unit.ts';

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

export const englishTerms = { states, kinds, roles, unitKinds, catalogues } as const;
