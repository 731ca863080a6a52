/** Lists of dossiers from the read model. */
import type { DatabaseSync } from 'node:sqlite';
import type { Subject } from '../../shared/account/policy.ts';
import { labelOf } from '../../shared/catalogue/index.ts';
import type { DossiersResponse, DossierSummary } from '../../shared/contract/http.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';
import type { SummaryBase } from './project-document.ts';
import { all, visible, type Condition } from './scope.ts';

export interface DossierListQuery {
  readonly unit?: string | undefined;
  readonly text?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** More words than this narrow nothing down. */
const mostTerms = 8;

/** Changes that still wait for someone. */
const openStates = `('draft', 'submitted', 'verified', 'returned', 'conflicted')`;

/** Each word of the text begins some word of name, number or position. `instr` knows no wildcards. */
function matching(text: string): Condition {
  const terms = foldText(text).split(' ').filter(Boolean).slice(0, mostTerms);
  return all(terms.map((term) => ({ sql: 'instr(search, ?) > 0', values: [` ${term}`] })));
}

export function listDossiers(
  db: DatabaseSync,
  subject: Subject,
  query: DossierListQuery,
): DossiersResponse {
  const where = all([
    visible(subject, 'dossier.read', query.unit, 'id'),
    matching(query.text ?? ''),
  ]);
  const counted = db
    .prepare(`SELECT count(*) AS total FROM dossiers WHERE ${where.sql}`)
    .get(...where.values);
  // The inner query walks the covering index alone; only the rows of the page are fetched whole.
  const rows = db
    .prepare(
      `SELECT d.summary, json_extract(u.json, '$.name') AS unit_name,
         (SELECT count(*) FROM changes c WHERE c.dossier = d.id AND c.unit = d.unit AND c.state IN ${openStates}) AS open
       FROM (SELECT rowid AS key, sort FROM dossiers WHERE ${where.sql} ORDER BY sort LIMIT ? OFFSET ?) page
       JOIN dossiers d ON d.rowid = page.key
       LEFT JOIN units u ON u.id = 'unit:' || d.unit
       ORDER BY page.sort`,
    )
    .all(...where.values, query.limit, query.offset);
  return {
    total: Number(counted?.total ?? 0),
    rows: rows.map((row) =>
      // Written by this folder's projector, so the shape is ours.
      summaryLine(JSON.parse(String(row.summary)) as SummaryBase, row.unit_name, row.open),
    ),
  };
}

function summaryLine(base: SummaryBase, unitName: unknown, open: unknown): DossierSummary {
  return {
    ...base,
    unitName: typeof unitName === 'string' ? unitName : base.unit,
    rankName: labelOf('rank', base.rankCode) ?? base.rankCode,
    openChanges: Number(open),
  };
}

/** The unit whose records hold a dossier. */
export function unitOfRecord(db: DatabaseSync, id: string): string | null {
  const row = db.prepare('SELECT unit FROM dossiers WHERE id = ? ORDER BY unit LIMIT 1').get(id);
  return typeof row?.unit === 'string' ? row.unit : null;
}

/** The unit of the draft that speaks first of a dossier: before anything is submitted nobody owns it. */
export function unitOfFirstChange(db: DatabaseSync, id: string): string | null {
  const row = db
    .prepare('SELECT unit FROM changes WHERE dossier = ? ORDER BY received, id LIMIT 1')
    .get(id);
  return typeof row?.unit === 'string' ? row.unit : null;
}
