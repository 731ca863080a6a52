/** What the dashboard asks, and the bare SQL that would answer it: no rights, no HTTP, no shaping of rows. */

export interface DashboardQuery {
  readonly name: string;
  readonly path: string;
  readonly statements: readonly {
    readonly sql: string;
    readonly values: readonly (string | number)[];
  }[];
}

const page = 50;
const under = "(unit = 'H20' OR (unit > 'H20.' AND unit < 'H20/'))";

const list = (
  where: string,
  values: readonly string[],
  offset: number,
): DashboardQuery['statements'] => [
  { sql: `SELECT count(*) AS total FROM dossiers WHERE ${where}`, values },
  {
    sql: `SELECT d.summary FROM (SELECT rowid AS key, sort FROM dossiers WHERE ${where} ORDER BY sort LIMIT ? OFFSET ?) p
      JOIN dossiers d ON d.rowid = p.key ORDER BY p.sort`,
    values: [...values, page, offset],
  },
];

export const dashboardQueries: readonly DashboardQuery[] = [
  {
    name: 'dashboard: all units with counts',
    path: '/api/units',
    statements: [
      { sql: 'SELECT json FROM units ORDER BY code', values: [] },
      { sql: `SELECT unit, count(*) AS n FROM dossiers WHERE ${under} GROUP BY unit`, values: [] },
      {
        sql: `SELECT unit, state, count(*) AS n FROM changes WHERE ${under} GROUP BY unit, state`,
        values: [],
      },
    ],
  },
  {
    name: 'dashboard: first page of the province',
    path: `/api/dossiers?limit=${page}`,
    statements: list(under, [], 0),
  },
  {
    name: 'dashboard: search by name',
    path: `/api/dossiers?text=${encodeURIComponent('nguyễn hương')}&limit=${page}`,
    statements: list(
      `${under} AND instr(search, ?) > 0 AND instr(search, ?) > 0`,
      [' nguyen', ' huong'],
      0,
    ),
  },
  {
    name: 'dashboard: one commune',
    path: `/api/dossiers?unit=H20.150&limit=${page}`,
    statements: list("(unit = 'H20.150' OR (unit > 'H20.150.' AND unit < 'H20.150/'))", [], 0),
  },
];
