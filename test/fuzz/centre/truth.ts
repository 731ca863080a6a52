/** What the centre answers about a place; sections that the one who asks may not read come masked. */
import { approvalSchema, type Approval } from '../../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../../shared/change/change.ts';
import { sessionAccountSchema, type SessionAccount } from '../../../shared/account/account.ts';
import {
  pullResponseSchema,
  type Cursors,
  type StreamName,
} from '../../../shared/contract/sync.ts';
import { dossierSchema, type Dossier } from '../../../shared/dossier/dossier.ts';

export interface Truth {
  readonly changes: ReadonlyMap<string, Change>;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly approvals: ReadonlyMap<string, Approval>;
}

async function ask(url: string, token: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(url, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function all(url: string, token: string, stream: StreamName): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let cursors: Cursors = {};
  for (;;) {
    const body = { streams: { [stream]: { cursors, limit: 1000 } } };
    const answer = pullResponseSchema.parse(await ask(`${url}/api/sync/pull`, token, body));
    const page = answer.streams[stream];
    found.push(...(page?.documents ?? []).flatMap(({ doc }) => (doc ? [doc] : [])));
    if (!page?.more) return found;
    cursors = page.cursors;
  }
}

const byId = <T extends { readonly _id: string }>(documents: readonly T[]) =>
  new Map(documents.map((document) => [document._id, document]));

export async function readTruth(url: string, token: string): Promise<Truth> {
  const [changes, dossiers, approvals] = await Promise.all([
    all(url, token, 'change'),
    all(url, token, 'dossier'),
    all(url, token, 'approval'),
  ]);
  return {
    changes: byId(changes.map((doc) => changeSchema.parse(doc))),
    dossiers: byId(dossiers.map((doc) => dossierSchema.parse(doc))),
    approvals: byId(approvals.map((doc) => approvalSchema.parse(doc))),
  };
}

/** The rights that an account has at the centre now. */
export async function readAccount(url: string, token: string): Promise<SessionAccount> {
  return sessionAccountSchema.parse(await ask(`${url}/api/me`, token));
}
