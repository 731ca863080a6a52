/**
 * Attachments, kept once per content. CouchDB names them by MD5; inside they are keyed by SHA-256,
 * so that a made-up MD5 collision cannot pass one person's scan for another's.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../document-store.ts';
import type { AttachmentEntry } from '../../document-store.ts';
import { prepareCommand, prepareQuery } from '../file/query.ts';

export interface StoredAttachment {
  readonly content_type: string;
  readonly revpos: number;
  readonly digest: string;
  readonly length: number;
  readonly blob: number;
}
export type StoredAttachments = Readonly<Record<string, StoredAttachment>>;

export type Attachments = ReturnType<typeof createAttachments>;

export function createAttachments(db: DatabaseSync) {
  const bySha = prepareQuery<{ key: number }>(db, 'SELECT key FROM blobs WHERE sha256 = ?');
  const insert = prepareCommand(db, 'INSERT INTO blobs (sha256, bytes) VALUES (?, ?)');
  const link = prepareCommand(db, 'INSERT OR IGNORE INTO body_blobs VALUES (?, ?)');
  const unlink = prepareCommand(db, 'DELETE FROM body_blobs WHERE body = ?');
  const sweep = prepareCommand(
    db,
    'DELETE FROM blobs WHERE key = ? AND NOT EXISTS (SELECT 1 FROM body_blobs WHERE blob = blobs.key)',
  );
  const bytes = prepareQuery<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM blobs WHERE key = ?');

  const keep = (content: Uint8Array): number => {
    const sha = createHash('sha256').update(content).digest();
    return bySha.get(sha)?.key ?? insert.run(sha, content);
  };
  const contentOf = (blob: number): Uint8Array => {
    const row = bytes.get(blob);
    if (!row) throw new StoreError(500, 'internal_server_error', 'An attachment is missing.');
    return row.bytes;
  };
  return {
    contentOf,
    /** Resolves what a document sends against what its parent revision holds. */
    resolve(
      sent: Readonly<Record<string, AttachmentEntry>>,
      parent: StoredAttachments | null,
      generation: number,
    ): StoredAttachments | { readonly missingStub: string } {
      const heldAs = (name: string, entry: AttachmentEntry) => {
        const held = parent && Object.hasOwn(parent, name) ? parent[name] : undefined;
        return entry.digest === undefined || entry.digest === held?.digest ? held : undefined;
      };
      const entries = Object.entries(sent);
      // Before any content is stored: a refused document must leave nothing behind.
      for (const [name, entry] of entries)
        if (entry.data === undefined && !heldAs(name, entry)) return { missingStub: name };
      return Object.fromEntries(
        entries.flatMap(([name, entry]): [string, StoredAttachment][] => {
          const held = heldAs(name, entry);
          if (entry.data === undefined) return held ? [[name, held]] : [];
          const content = Buffer.from(entry.data, 'base64');
          return [[name, received(entry, content, generation, keep)]];
        }),
      );
    },
    link(body: number, attachments: StoredAttachments): void {
      for (const { blob } of Object.values(attachments)) link.run(body, blob);
    },
    release(body: number, attachments: StoredAttachments): void {
      unlink.run(body);
      for (const { blob } of Object.values(attachments)) sweep.run(blob);
    },
    /** As a reader sees them: stubs, or with their content. */
    present(attachments: StoredAttachments, inline: boolean): Record<string, AttachmentEntry> {
      return Object.fromEntries(
        Object.entries(attachments).map(([name, { blob, length, ...meta }]) => [
          name,
          inline
            ? { ...meta, data: Buffer.from(contentOf(blob)).toString('base64') }
            : { ...meta, length, stub: true },
        ]),
      );
    },
  };
}

function received(
  entry: AttachmentEntry,
  content: Uint8Array,
  generation: number,
  keep: (content: Uint8Array) => number,
): StoredAttachment {
  return {
    content_type: entry.content_type ?? 'application/octet-stream',
    revpos: Math.min(entry.revpos ?? generation, generation),
    digest: `md5-${createHash('md5').update(content).digest('base64')}`,
    length: content.byteLength,
    blob: keep(content),
  };
}

/** Written by this file's `resolve` alone, so the shape is ours. */
export function parseAttachments(json: string | null): StoredAttachments | null {
  return json === null ? null : (JSON.parse(json) as StoredAttachments);
}
