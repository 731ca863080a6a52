/** One entry in the audit trail of a centre that no gateway serves: what was done to it on the machine itself. */
import { openAudit } from '../documents/audit.ts';
import { serverDatabases } from '../documents/databases.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** @throws when it could not be written: what is not on record counts as not done */
export async function recordBackup(
  store: DocumentStore,
  event: 'backup.restore' | 'backup.swap',
  set: string,
  rows: readonly string[] = [],
): Promise<void> {
  if (!(await store.databaseNames()).includes(serverDatabases.audit))
    await store.createDatabase(serverDatabases.audit);
  const failures: unknown[] = [];
  const audit = openAudit(store, (error) => failures.push(error));
  const entry = { event, account: 'server', target: set, outcome: 'done' };
  audit.record(rows.length > 0 ? { ...entry, rows } : entry);
  await audit.close();
  if (failures.length > 0) throw new Error(`${event} is not on record`, { cause: failures[0] });
}
