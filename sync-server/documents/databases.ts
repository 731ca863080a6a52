/** Names of the databases that only the server sees, and making sure that a database is there. */
import { StoreError, type DocumentStore } from '../store/document-store.ts';

export const serverDatabases = {
  accounts: 'accounts',
  sessions: 'sessions',
  devices: 'devices',
  claims: 'claims',
  audit: 'audit',
  contacts: 'contacts',
  settings: 'settings',
  scans: 'scans',
  splits: 'splits',
  unitKeys: 'unit-keys',
  courier: 'courier',
} as const;

const known = new WeakMap<DocumentStore, Set<string>>();

/** Creates a database unless it exists; remembers, so that asking again costs nothing. */
export async function ensureDatabase(store: DocumentStore, name: string): Promise<void> {
  const names = known.get(store) ?? new Set<string>();
  known.set(store, names);
  if (names.has(name)) return;
  try {
    await store.createDatabase(name);
  } catch (error) {
    // Another gateway, or an earlier start, made it.
    if (!(error instanceof StoreError && error.status === 412)) throw error;
  }
  names.add(name);
}

export async function ensureServerDatabases(store: DocumentStore): Promise<void> {
  await Promise.all(
    [...Object.values(serverDatabases), 'reference'].map((name) => ensureDatabase(store, name)),
  );
}
