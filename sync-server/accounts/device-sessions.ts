/** Sessions of a device: each is bound to the PC that has registered itself with it, and ends with it. */
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, updateDocument } from '../documents/documents.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { SessionDirectory } from './session-directory.ts';

export async function bindSession(
  store: DocumentStore,
  session: string,
  device: string,
): Promise<void> {
  await updateDocument(store, serverDatabases.sessions, `session:${session}`, (stored) =>
    stored && stored['registeredDevice'] !== device
      ? { ...bareDocument(stored), device, registeredDevice: device }
      : null,
  );
}

export async function revokeSessionsOf(
  sessions: Pick<SessionDirectory, 'ofAccount' | 'revoke'>,
  account: string,
  device: string,
): Promise<void> {
  for (const session of await sessions.ofAccount(account)) {
    if (session.device === device) await sessions.revoke(session._id.slice('session:'.length));
  }
}
