/** Attachments: kept by content, told as stubs, never lost to an edit of the text. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Subject } from './contract.ts';
import { revOf } from './document-rules.ts';

const content = Buffer.from('quyết định bổ nhiệm');
const data = content.toString('base64');
const digest = `md5-${createHash('md5').update(content).digest('base64')}`;
const withFile = { _id: 'a', _attachments: { 'qđ 1.txt': { content_type: 'text/plain', data } } };

export function attachmentRules({ store, fresh }: Subject): void {
  describe('attachments', () => {
    it('tells a stub, or the content when asked', async () => {
      const db = await fresh();
      await store().bulkDocs(db, [withFile]);
      const stub = { content_type: 'text/plain', revpos: 1, digest };
      const read = await store().get(db, 'a');
      expect(read._attachments).toEqual({
        'qđ 1.txt': { ...stub, length: content.length, stub: true },
      });
      const inline = await store().get(db, 'a', { attachments: true });
      expect(inline._attachments).toMatchObject({ 'qđ 1.txt': { ...stub, data } });
    });

    it('gives the bytes by name', async () => {
      const db = await fresh();
      await store().bulkDocs(db, [withFile]);
      const found = await store().getAttachment(db, 'a', 'qđ 1.txt');
      expect(Buffer.from(found.bytes).equals(content)).toBe(true);
      expect(found).toMatchObject({ contentType: expect.stringContaining('text/plain'), digest });
      await expect(store().getAttachment(db, 'a', 'none')).rejects.toMatchObject({ status: 404 });
      await expect(store().getAttachment(db, 'none', 'x')).rejects.toMatchObject({ status: 404 });
    });

    it('carries a stub over an edit, and drops what is no longer named', async () => {
      const db = await fresh();
      await store().bulkDocs(db, [withFile]);
      const read = await store().get(db, 'a');
      const rev = revOf((await store().bulkDocs(db, [{ ...read, n: 1 }]))[0]);
      expect((await store().get(db, 'a'))._attachments).toMatchObject({
        'qđ 1.txt': { revpos: 1 },
      });
      await store().bulkDocs(db, [{ _id: 'a', _rev: rev, n: 2 }]);
      expect((await store().get(db, 'a'))._attachments).toBeUndefined();
      await expect(store().getAttachment(db, 'a', 'qđ 1.txt')).rejects.toMatchObject({
        status: 404,
      });
    });

    it('keeps content that another document still names', async () => {
      const db = await fresh();
      const [a] = await store().bulkDocs(db, [withFile, { ...withFile, _id: 'b' }]);
      await store().bulkDocs(db, [{ _id: 'a', _rev: revOf(a), _deleted: true }]);
      const found = await store().getAttachment(db, 'b', 'qđ 1.txt');
      expect(Buffer.from(found.bytes).equals(content)).toBe(true);
    });

    it('takes content with a replicated revision', async () => {
      const db = await fresh();
      const doc = { ...withFile, _rev: '3-cc', _revisions: { start: 3, ids: ['cc', 'bb', 'aa'] } };
      expect(await store().bulkDocs(db, [doc], { newEdits: false })).toEqual([]);
      const [row] = (await store().changes(db, { includeDocs: true, attachments: true })).results;
      expect(row?.doc?._attachments).toMatchObject({ 'qđ 1.txt': { data } });
    });
  });
}
