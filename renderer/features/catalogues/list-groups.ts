/** The lists by subject, in the order in which an officer looks for them. */
import type { CatalogueName } from '../../../shared/catalogue/index.ts';

export const listGroups = {
  person: [
    'ethnicity',
    'religion',
    'province',
    'familyOrigin',
    'policyGroup',
    'kinship',
    'bloodType',
    'healthState',
  ],
  training: [
    'education',
    'academicTitle',
    'trainingForm',
    'politicalTheory',
    'stateManagement',
    'defenceTraining',
    'informationTechnology',
    'language',
    'languageLevel',
  ],
  work: [
    'category',
    'rank',
    'position',
    'partyPosition',
    'jobPosition',
    'contractKind',
    'appointmentKind',
    'movementKind',
    'retirementKind',
    'employmentStatus',
    'fundingSource',
    'organisation',
    'militaryRank',
    'allowanceKind',
  ],
  merit: ['evaluationGrade', 'emulationTitle', 'reward', 'stateHonour', 'discipline'],
} as const satisfies Readonly<Record<string, readonly CatalogueName[]>>;

export type ListGroup = keyof typeof listGroups;
