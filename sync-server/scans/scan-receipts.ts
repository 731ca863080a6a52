/**
 * Receipts: `scan:<dossier>:<sha256>` in the desk of the unit, written when the centre has the whole scan from someone
 * who may submit changes of that dossier. A receipt is the right to read: naming a hash in a change gives none.
 */
import type { Change } from '../../shared/change/change.ts';
import { scanId, type ScanAnnouncement, type ScanRef } from '../../shared/scan/scan.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import { ensureDatabase } from '../documents/databases.ts';
import { readDocuments, updateDocument } from '../documents/documents.ts';
import type { DocumentStore } from '../store/document-store.ts';

export type ScanReceipts = ReturnType<typeof openScanReceipts>;

export function openScanReceipts(store: DocumentStore, nowMs: () => number) {
  async function present(refs: readonly ScanRef[]): Promise<readonly ScanRef[]> {
    const byUnit = Map.groupBy(refs, ({ unit }) => unit);
    const found = await Promise.all(
      [...byUnit].map(async ([unit, group]) => {
        const documents = await readDocuments(store, deskDatabase(unit), group.map(scanId));
        return group.filter((ref) => documents.has(scanId(ref)));
      }),
    );
    return found.flat();
  }

  return {
    present,

    async has(ref: ScanRef): Promise<boolean> {
      return (await present([ref])).length > 0;
    },

    /** How many scans of these changes the centre does not have. */
    async missing(changes: readonly Change[]): Promise<number> {
      const refs = changes.flatMap(({ unit, dossier, evidence }) =>
        evidence.map(({ sha256 }) => ({ unit, dossier, sha256 })),
      );
      const wanted = new Map(refs.map((ref) => [`${ref.unit} ${scanId(ref)}`, ref]));
      return wanted.size - (await present([...wanted.values()])).length;
    },

    async write(scan: ScanAnnouncement, account: string): Promise<void> {
      const { unit, dossier, sha256, mediaType, bytes } = scan;
      const _id = scanId(scan);
      const receivedAtUtc = new Date(nowMs()).toISOString();
      await ensureDatabase(store, deskDatabase(unit));
      await updateDocument(store, deskDatabase(unit), _id, (standing) => {
        if (standing && standing._deleted !== true) return null;
        const fields = { unit, dossier, sha256, mediaType, bytes, by: account, receivedAtUtc };
        return { _id, type: 'scan', ...fields };
      });
    },
  };
}
