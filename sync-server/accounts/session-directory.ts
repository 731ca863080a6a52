/**
 * Sessions in the server-only database `sessions`: one per sign-in. The refresh token is known only by its
 * hash, changes at each use, and an old one used again ends the session: someone else holds a copy.
 */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { serverDatabases } from '../documents/databases.ts';
import {
  bareDocument,
  readDocument,
  updateDocument,
  writeDocument,
} from '../documents/documents.ts';
import { rememberReads } from '../documents/remembered.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';

const { sessions } = serverDatabases;
const dayMs = 24 * 3600 * 1000;
/** A PC that was off for a month signs in again. */
export const sessionMs = 30 * dayMs;
/** And everybody after so long, however often the session was refreshed. */
export const sessionLifeMs = 90 * dayMs;
/** Of one account; the oldest end when there are more. */
export const mostSessions = 50;
/** Session ids: nothing else is looked up. */
const idPattern = /^[0-9a-f]{32}$/;
const page = 1000;
/**
 * On a weak line the answer with the new token may be lost. For so long the last token may be shown once more;
 * the token that was lost counts as used from then on, so that of two holders one is found out.
 */
export const lostAnswerMs = 2 * 60 * 1000;
/** Used tokens remembered per session; older ones are unknown, and refused as such. */
const usedKept = 50;

const sessionDocumentSchema = z.object({
  _id: z.string(),
  type: z.literal('session'),
  account: z.string(),
  client: z.enum(['desktop', 'browser']),
  refreshHash: z.string(),
  usedHashes: z.array(z.string()),
  rotatedAtUtc: z.string(),
  createdAtUtc: z.string(),
  expiresAtUtc: z.string(),
  revoked: z.boolean(),
  /** The account's `passwordChangedAtUtc` that it was opened with; another password, another session. */
  passwordUtc: z.string().optional(),
  /** The PC it belongs to: named at the sign-in, or registered since. */
  device: z.string().optional(),
  /** The device that registered itself with this session: it registers no other. */
  registeredDevice: z.string().optional(),
});
export type SessionDocument = Readonly<z.infer<typeof sessionDocumentSchema>>;

export interface OpenedSession {
  readonly id: string;
  readonly refreshToken: string;
}
export type Rotation =
  | {
      readonly outcome: 'rotated';
      readonly session: SessionDocument;
      readonly refreshToken: string;
    }
  | { readonly outcome: 'reused'; readonly session: SessionDocument }
  | { readonly outcome: 'unknown' };

export type SessionDirectory = ReturnType<typeof openSessionDirectory>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const sessionKey = (id: string) => `session:${id}`;
const idOf = (key: string) => key.slice('session:'.length);
const newToken = (id: string) => `${id}.${randomBytes(32).toString('base64url')}`;

export function isAlive(session: SessionDocument, nowMs: number): boolean {
  return !session.revoked && nowMs < Date.parse(session.expiresAtUtc);
}

/** Whether the account still has the password that the session was opened with. */
export function isOfPassword(session: SessionDocument, passwordChangedAtUtc: string): boolean {
  const { passwordUtc, createdAtUtc } = session;
  return passwordUtc === undefined
    ? createdAtUtc >= passwordChangedAtUtc
    : passwordUtc === passwordChangedAtUtc;
}

const endOf = (createdMs: number, nowMs: number): string =>
  new Date(Math.min(nowMs + sessionMs, createdMs + sessionLifeMs)).toISOString();

export function openSessionDirectory(store: DocumentStore, nowMs: () => number = Date.now) {
  const memory = rememberReads(store, sessions, nowMs, async (id) => {
    const stored = await readDocument(store, sessions, sessionKey(id));
    return stored ? sessionDocumentSchema.parse(bareDocument(stored.doc)) : null;
  });

  async function open(
    account: string,
    client: 'desktop' | 'browser',
    bound: Pick<SessionDocument, 'passwordUtc' | 'device'> = {},
  ): Promise<OpenedSession> {
    const id = randomBytes(16).toString('hex');
    const refreshToken = newToken(id);
    const doc = { ...newSession(id, { account, client, refreshToken }, nowMs()), ...bound };
    await writeDocument(store, sessions, doc);
    await endOldest(account);
    return { id, refreshToken };
  }

  async function rotate(token: string): Promise<Rotation> {
    const id = token.split('.')[0] ?? '';
    let rotation: Rotation = { outcome: 'unknown' };
    if (!idPattern.test(id)) return rotation;
    await updateDocument(store, sessions, sessionKey(id), (stored) => {
      rotation = { outcome: 'unknown' };
      if (!stored) return null;
      const session = sessionDocumentSchema.parse(bareDocument(stored));
      rotation = rotated(session, id, token, nowMs());
      return rotation.outcome === 'unknown' ? null : rotation.session;
    });
    memory.forget(id);
    return rotation;
  }

  async function revoke(id: string): Promise<void> {
    await updateDocument(store, sessions, sessionKey(id), (stored) => {
      const session = stored ? sessionDocumentSchema.parse(bareDocument(stored)) : null;
      return session && !session.revoked ? { ...session, revoked: true } : null;
    });
    memory.forget(id);
  }

  /** Open sessions, the oldest first; a page of them. */
  async function ofAccount(account: string): Promise<readonly SessionDocument[]> {
    const selector = { type: 'session', account, revoked: false };
    const { docs } = await store.find(sessions, { selector, limit: page });
    return docs
      .map((doc) => sessionDocumentSchema.parse(bareDocument(doc)))
      .sort((one, other) => (one.createdAtUtc < other.createdAtUtc ? -1 : 1));
  }

  async function endOldest(account: string): Promise<void> {
    const open = (await ofAccount(account)).filter((session) => isAlive(session, nowMs()));
    for (const { _id } of open.slice(0, Math.max(0, open.length - mostSessions)))
      await revoke(idOf(_id));
  }

  /** Until none is left: there may be more than a page. */
  async function revokeAll(account: string, except?: string): Promise<void> {
    for (;;) {
      const ids = (await ofAccount(account)).map(({ _id }) => idOf(_id));
      const others = ids.filter((id) => id !== except);
      if (others.length === 0) return;
      for (const id of others) await revoke(id);
    }
  }

  /** For the session that changed its own account's password. */
  async function keepWithPassword(id: string, passwordUtc: string): Promise<void> {
    await updateDocument(store, sessions, sessionKey(id), (stored) =>
      stored ? { ...sessionDocumentSchema.parse(bareDocument(stored)), passwordUtc } : null,
    );
    memory.forget(id);
  }

  /** Forgets sessions that ended long ago; a reused token is then simply unknown. */
  async function sweep(): Promise<void> {
    const before = new Date(nowMs() - sessionMs).toISOString();
    const selector = { type: 'session', expiresAtUtc: { $lt: before } };
    const { docs } = await store.find(sessions, { selector, limit: 1000 });
    const dead = docs.flatMap(({ _id, _rev }): readonly StoredDocument[] =>
      _rev === undefined ? [] : [{ _id, _rev, _deleted: true }],
    );
    if (dead.length > 0) await store.bulkDocs(sessions, dead);
  }

  const { get: find, forget } = memory;
  return { sweep, find, forget, ofAccount, open, rotate, revoke, revokeAll, keepWithPassword };
}

/** The session that a refresh token names; whether the token is good is not said. */
export async function namedSession(
  find: (id: string) => Promise<SessionDocument | null>,
  token: string,
): Promise<SessionDocument | null> {
  const id = token.split('.')[0] ?? '';
  return idPattern.test(id) ? find(id) : null;
}

function newSession(
  id: string,
  of: Pick<SessionDocument, 'account' | 'client'> & { readonly refreshToken: string },
  nowMs: number,
): SessionDocument {
  const nowUtc = new Date(nowMs).toISOString();
  return {
    _id: sessionKey(id),
    type: 'session',
    account: of.account,
    client: of.client,
    refreshHash: hashOf(of.refreshToken),
    usedHashes: [],
    rotatedAtUtc: nowUtc,
    createdAtUtc: nowUtc,
    expiresAtUtc: endOf(nowMs, nowMs),
    revoked: false,
  };
}

function rotated(session: SessionDocument, id: string, token: string, nowMs: number): Rotation {
  const hash = hashOf(token);
  if (!isAlive(session, nowMs)) return { outcome: 'unknown' };
  const answerWasLost =
    session.usedHashes.at(-1) === hash && nowMs - Date.parse(session.rotatedAtUtc) < lostAnswerMs;
  if (session.usedHashes.includes(hash) && !answerWasLost)
    return { outcome: 'reused', session: { ...session, revoked: true } };
  if (session.refreshHash !== hash && !answerWasLost) return { outcome: 'unknown' };
  const refreshToken = newToken(id);
  const next = {
    ...session,
    refreshHash: hashOf(refreshToken),
    // The token shown stays last: the next answer may be lost as well.
    usedHashes: [
      ...session.usedHashes.filter((used) => used !== hash),
      ...(answerWasLost ? [session.refreshHash] : []),
      hash,
    ].slice(-usedKept),
    rotatedAtUtc: new Date(nowMs).toISOString(),
    expiresAtUtc: endOf(Date.parse(session.createdAtUtc), nowMs),
  };
  return { outcome: 'rotated', session: next, refreshToken };
}
