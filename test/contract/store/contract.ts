/**
 * What every store owes its callers, in CouchDB's terms. Run for each adapter by the test files
 * beside it. Each part makes its own databases, so the suite also runs on a CouchDB in use.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { attachmentRules } from './attachment-rules.ts';
import { changesRules } from './changes-rules.ts';
import { databaseRules } from './database-rules.ts';
import { documentRules } from './document-rules.ts';
import { findRules } from './find-rules.ts';
import { rangeRules } from './range-rules.ts';
import { replicationRules } from './replication-rules.ts';
import { writeRules } from './write-rules.ts';

export interface OpenStore {
  readonly store: DocumentStore;
  close(): Promise<void>;
}

export interface Subject {
  store(): DocumentStore;
  /** A new, empty database, removed at the end. */
  fresh(): Promise<string>;
}

export function describeStoreContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`document store: ${name}`, { timeout: 60_000 }, () => {
    let opened: OpenStore | null = null;
    const made: string[] = [];
    const store = (): DocumentStore => {
      if (!opened) throw new Error('The store is not open.');
      return opened.store;
    };
    const subject: Subject = {
      store,
      async fresh() {
        const database = `t${Math.random().toString(36).slice(2, 10)}`;
        await store().createDatabase(database);
        made.push(database);
        return database;
      },
    };
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(async () => {
      const left = new Set(await store().databaseNames());
      for (const database of made) if (left.has(database)) await store().deleteDatabase(database);
      await opened?.close();
    }, 60_000);
    const parts = [
      databaseRules,
      documentRules,
      writeRules,
      replicationRules,
      changesRules,
      rangeRules,
      findRules,
      attachmentRules,
    ];
    for (const rules of parts) rules(subject);
  });
}
