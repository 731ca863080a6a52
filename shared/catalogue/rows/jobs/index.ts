/** Job positions (vị trí việc làm) of NĐ 232/2026/NĐ-CP: management, professional, support. */
import type { JobPositionRow } from '../../catalogue.ts';
import * as administration from './administration.ts';
import * as cultureAndEconomy from './culture-and-economy.ts';
import { educationJobs, healthJobs } from './education-health.ts';
import { managementJobs } from './management.ts';
import { supportJobs } from './support.ts';

export const jobPositionRows: readonly JobPositionRow[] = [
  ...managementJobs,
  ...educationJobs,
  ...healthJobs,
  ...Object.values(administration).flat(),
  ...Object.values(cultureAndEconomy).flat(),
  ...supportJobs,
];
