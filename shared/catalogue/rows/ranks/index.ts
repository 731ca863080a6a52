/** All rank codes: civil servants (ngạch) and public employees (chức danh nghề nghiệp). */
import type { RankRow } from '../../catalogue.ts';
import { agricultureRanks } from './agriculture.ts';
import * as civilService from './civil-service.ts';
import {
  constructionRanks,
  environmentRanks,
  scienceRanks,
} from './construction-science-environment.ts';
import { aviationRanks, cultureRanks, mediaRanks } from './culture-and-media.ts';
import * as education from './education.ts';
import { healthRanks } from './health.ts';
import { archiveRanks, justiceRanks } from './justice-and-archives.ts';
import { labourRanks } from './labour.ts';

export const rankRows: readonly RankRow[] = [
  ...Object.values(civilService).flat(),
  ...justiceRanks,
  ...archiveRanks,
  ...agricultureRanks,
  ...constructionRanks,
  ...scienceRanks,
  ...environmentRanks,
  ...Object.values(education).flat(),
  ...healthRanks,
  ...labourRanks,
  ...cultureRanks,
  ...mediaRanks,
  ...aviationRanks,
].sort((a, b) => (a.code < b.code ? -1 : 1));
