/** The rows that the program itself brings, list by list. */
import type { CatalogueName, CatalogueRow } from '../catalogue.ts';
import { jobPositionRows } from './jobs/index.ts';
import { disciplineRows } from './merit/discipline.ts';
import { emulationTitleRows } from './merit/emulation-title.ts';
import { evaluationGradeRows } from './merit/evaluation-grade.ts';
import { rewardRows } from './merit/reward.ts';
import { stateHonourRows } from './merit/state-honour.ts';
import { allowanceKindRows } from './pay/allowance-kind.ts';
import { bloodTypeRows } from './person/blood-type.ts';
import { ethnicityRows } from './person/ethnicity.ts';
import { familyOriginRows } from './person/family-origin.ts';
import { healthStateRows } from './person/health-state.ts';
import { kinshipRows } from './person/kinship.ts';
import { policyGroupRows } from './person/policy-group.ts';
import { provinceRows } from './person/province.ts';
import { religionRows } from './person/religion.ts';
import { rankRows } from './ranks/index.ts';
import { academicTitleRows } from './training/academic-title.ts';
import { defenceTrainingRows } from './training/defence-training.ts';
import { educationRows } from './training/education.ts';
import { informationTechnologyRows } from './training/information-technology.ts';
import { languageLevelRows } from './training/language-level.ts';
import { languageRows } from './training/language.ts';
import { politicalTheoryRows } from './training/political-theory.ts';
import { stateManagementRows } from './training/state-management.ts';
import { trainingFormRows } from './training/training-form.ts';
import { appointmentKindRows } from './work/appointment-kind.ts';
import { categoryRows } from './work/category.ts';
import { contractKindRows } from './work/contract-kind.ts';
import { employmentStatusRows } from './work/employment-status.ts';
import { fundingSourceRows } from './work/funding-source.ts';
import { militaryRankRows } from './work/military-rank.ts';
import { movementKindRows } from './work/movement-kind.ts';
import { organisationRows } from './work/organisation.ts';
import { partyPositionRows } from './work/party-position.ts';
import { positionRows } from './work/position.ts';
import { retirementKindRows } from './work/retirement-kind.ts';

export const builtInRows = {
  ethnicity: ethnicityRows,
  religion: religionRows,
  province: provinceRows,
  familyOrigin: familyOriginRows,
  policyGroup: policyGroupRows,
  kinship: kinshipRows,
  bloodType: bloodTypeRows,
  healthState: healthStateRows,
  education: educationRows,
  academicTitle: academicTitleRows,
  trainingForm: trainingFormRows,
  politicalTheory: politicalTheoryRows,
  stateManagement: stateManagementRows,
  defenceTraining: defenceTrainingRows,
  informationTechnology: informationTechnologyRows,
  language: languageRows,
  languageLevel: languageLevelRows,
  category: categoryRows,
  rank: rankRows,
  position: positionRows,
  partyPosition: partyPositionRows,
  jobPosition: jobPositionRows,
  contractKind: contractKindRows,
  appointmentKind: appointmentKindRows,
  movementKind: movementKindRows,
  retirementKind: retirementKindRows,
  employmentStatus: employmentStatusRows,
  fundingSource: fundingSourceRows,
  organisation: organisationRows,
  militaryRank: militaryRankRows,
  allowanceKind: allowanceKindRows,
  evaluationGrade: evaluationGradeRows,
  emulationTitle: emulationTitleRows,
  reward: rewardRows,
  stateHonour: stateHonourRows,
  discipline: disciplineRows,
} as const satisfies Readonly<Record<CatalogueName, readonly CatalogueRow[]>>;
