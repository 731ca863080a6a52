/**
 * The whole form of a dossier: the 38 items of the “Sơ yếu lý lịch” (Thông tư 06/2023/TT-BNV) in the order of the
 * paper, then what NĐ 27/2026/NĐ-CP, Điều 5 adds. The names are the keys of a dossier's content.
 */
import * as conduct from './conduct.ts';
import * as family from './family.ts';
import * as money from './pay.ts';
import * as personal from './personal.ts';
import * as politics from './politics.ts';
import * as training from './training.ts';
import * as work from './work.ts';

export const dossierForm = {
  identity: personal.identity,
  belief: personal.belief,
  contact: personal.contact,
  origin: personal.origin,
  employment: work.employment,
  party: politics.party,
  organisations: politics.organisations,
  military: politics.military,
  education: training.education,
  planning: work.planning,
  pay: money.pay,
  jobPosition: money.jobPosition,
  health: personal.health,
  professionalTraining: training.professionalTraining,
  politicalTraining: training.politicalTraining,
  managementTraining: training.managementTraining,
  defenceTraining: training.defenceTraining,
  technologyTraining: training.technologyTraining,
  languages: training.languages,
  career: work.career,
  history: conduct.history,
  oldRegimeWork: conduct.oldRegimeWork,
  foreignTies: conduct.foreignTies,
  rewards: conduct.rewards,
  discipline: conduct.discipline,
  ownFamily: family.ownFamily,
  spouseFamily: family.spouseFamily,
  payHistory: money.payHistory,
  allowances: money.allowances,
  economy: family.economy,
  remark: work.remark,
  evaluations: conduct.evaluations,
  appointments: work.appointments,
  movements: work.movements,
  contracts: work.contracts,
  probation: work.probation,
  trips: work.trips,
  assetDeclarations: family.assetDeclarations,
  retirement: work.retirement,
  management: work.management,
  note: personal.note,
} as const;

export type DossierForm = typeof dossierForm;
export type SectionName = keyof DossierForm;
