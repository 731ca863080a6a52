/** Questions to the gateway: lists, one dossier, approvals. */
import type { Change, ChangeState } from '../../../shared/change/change.ts';
import {
  approvalEvidenceSchema,
  approvalsResponseSchema,
  changesResponseSchema,
  dossierResponseSchema,
  dossiersResponseSchema,
  unitsResponseSchema,
} from '../../../shared/contract/http.ts';
import { done, type Result } from '../../../shared/errors/index.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { ChangeQuery, DataPort, DossierView } from '../port/data-port.ts';
import { orThrow } from '../gateway/or-throw.ts';

export interface KnownChange {
  readonly rev: string;
  readonly change: Change;
}

const pageSize = 1000;

type Parameter = string | number | undefined;
function queryText(parameters: Readonly<Record<string, Parameter>>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '',
  );
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

const newestFirst = (a: Change, b: Change): number =>
  a.authoredAtUtc === b.authoredAtUtc
    ? b._id.localeCompare(a._id, 'en')
    : a.authoredAtUtc < b.authoredAtUtc
      ? 1
      : -1;

async function changesInState(
  client: GatewayClient,
  query: ChangeQuery,
  state: ChangeState | undefined,
): Promise<Result<readonly KnownChange[]>> {
  const rows: KnownChange[] = [];
  for (;;) {
    const { unit, dossier } = query;
    const text = queryText({ unit, dossier, state, limit: pageSize, offset: rows.length });
    const page = await client.get(`/api/changes?${text}`, changesResponseSchema);
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.rows.length === 0 || rows.length >= page.value.total) return done(rows);
  }
}

/** Changes with their revisions, newest first. */
export async function readChanges(
  client: GatewayClient,
  query: ChangeQuery,
): Promise<Result<readonly KnownChange[]>> {
  const rows: KnownChange[] = [];
  for (const state of query.states ?? [undefined]) {
    const part = await changesInState(client, query, state);
    if (!part.ok) return part;
    rows.push(...part.value);
  }
  return done(rows.sort((a, b) => newestFirst(a.change, b.change)));
}

export async function readDossier(client: GatewayClient, id: string): Promise<DossierView | null> {
  const path = `/api/dossiers/${encodeURIComponent(id)}`;
  const found = await client.get(path, dossierResponseSchema);
  if (found.ok) {
    const { dossier, changes, approvals } = found.value;
    return { dossier, changes: [...changes].sort(newestFirst), approvals };
  }
  if (found.problem.code !== 'NOT_FOUND') return orThrow(found);
  // Not yet approved: only its changes are there.
  const changes = orThrow(await readChanges(client, { dossier: id }));
  if (changes.length === 0) return null;
  return { dossier: null, changes: changes.map(({ change }) => change), approvals: [] };
}

export type RemoteReads = Pick<
  DataPort,
  'units' | 'dossiers' | 'dossier' | 'changes' | 'approvals' | 'evidence'
>;

/** @param remember is told each change with its revision, for later steps */
export function remoteReads(
  client: GatewayClient,
  remember: (rows: readonly KnownChange[]) => void,
): RemoteReads {
  return {
    units: async () => orThrow(await client.get('/api/units', unitsResponseSchema)).units,
    dossiers: async ({ unit, text, offset, limit }) => {
      const query = queryText({ unit, text, offset, limit });
      return orThrow(await client.get(`/api/dossiers?${query}`, dossiersResponseSchema));
    },
    dossier: (id) => readDossier(client, id),
    changes: async (query) => {
      const rows = orThrow(await readChanges(client, query));
      remember(rows);
      return rows.map(({ change }) => change);
    },
    approvals: async (unit) => {
      const path = `/api/approvals?${queryText({ unit })}`;
      return orThrow(await client.get(path, approvalsResponseSchema)).rows;
    },
    evidence: async (id) => {
      const path = `/api/approvals/${encodeURIComponent(id)}`;
      return orThrow(await client.get(path, approvalEvidenceSchema));
    },
  };
}
