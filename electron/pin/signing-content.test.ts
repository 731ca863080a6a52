import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { manifestText, type Manifest } from '../../shared/approval/approval.ts';
import { readContent } from './signing-content.ts';

const signer = { account: 'hieu.vm', name: 'Võ Minh Hiếu' };
const manifest: Manifest = {
  form: 'hoso-approval-1',
  id: 'approval:2026-11:01JD8QGX3M0000000000000000',
  unit: 'H20.11.03',
  period: '2026-11',
  signer,
  changes: [
    { id: 'change:01JD8QGX3M0000000000000001', sha256: 'a'.repeat(64) },
    { id: 'change:01JD8QGX3M0000000000000002', sha256: 'b'.repeat(64) },
  ],
  createdAtUtc: '2026-11-22T03:04:05.000Z',
};
const text = manifestText(manifest);

it('what the PIN window shows is read from the text that is signed', () => {
  const hex = createHash('sha256').update(text, 'utf8').digest('hex');
  expect(readContent(text, signer)).toEqual({
    ok: true,
    value: {
      unit: 'H20.11.03',
      period: '11/2026',
      changes: 2,
      signer: 'Võ Minh Hiếu',
      contentCode: `${hex.slice(0, 4)} ${hex.slice(4, 8)} ${hex.slice(8, 12)} ${hex.slice(12, 16)}`,
    },
  });
});

describe('nothing but the signed-in head’s own manifest in its one form is signed', () => {
  const of = (change: Partial<Manifest>) => manifestText({ ...manifest, ...change });
  it.each([
    ['free text', 'Tôi đồng ý chuyển tiền'],
    ['nothing of JSON', '{"form":'],
    ['another document', '{"form":"hoso-approval-2"}'],
    ['an unknown key', manifestText({ ...manifest, note: 'x' } as Manifest)],
    ['no change at all', of({ changes: [] })],
    ['another account', of({ signer: { ...signer, account: 'ha.lt' } })],
    ['another name', of({ signer: { ...signer, name: 'Lê Thị Hà' } })],
    ['a space before', ` ${text}`],
    ['a line end after', `${text}\n`],
    ['keys in another order', JSON.stringify(manifest)],
    ['a key twice', text.replace('{', '{"unit":"H20.99",')],
    ['a letter written as its number', text.replace('H20.11.03', String.raw`\u004820.11.03`)],
  ])('%s is refused', (_what, refused) => {
    expect(readContent(refused, signer)).toMatchObject({
      problem: { code: 'SIGNING_CONTENT_REFUSED' },
    });
  });

  it('without a session there is nobody to sign', () => {
    expect(readContent(text, null)).toMatchObject({ problem: { code: 'SESSION_EXPIRED' } });
  });
});
