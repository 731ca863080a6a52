import { describe, expect, it } from 'vitest';
import { toBase64 } from './base64.ts';
import { UnsealError } from './sealer.ts';
import { importSealingKey, webCryptoSealer } from './web-crypto-sealer.ts';

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const sealerOf = async (fill: number, name = 'hoso-a') =>
  webCryptoSealer(await importSealingKey(bytes(fill)), name);

const rows = [
  { id: 'dossier:1', value: { fullName: 'Nguyễn Thị Hường', rows: [1, 2] } },
  { id: 'dossier:2', value: null },
  { id: 'work:1', value: 'x'.repeat(200_000) },
];
const sealedRows = async () => {
  const bodies = await (await sealerOf(1)).seal(rows);
  return rows.map(({ id }, index) => ({ id, body: bodies[index] ?? '' }));
};

describe('the sealer of the disk', () => {
  it('gives back what it sealed, in order', async () => {
    const sealed = await sealedRows();
    expect(await (await sealerOf(1)).open(sealed)).toEqual(rows.map(({ value }) => value));
  });

  it('leaves no word readable, and seals the same value differently each time', async () => {
    const [first] = await sealedRows();
    const [again] = await sealedRows();
    expect(first?.body).not.toBe(again?.body);
    expect(atob(first?.body ?? '')).not.toContain('fullName');
  });

  it('wipes the bytes of the key; the key itself cannot be read out', async () => {
    const given = bytes(7);
    const key = await importSealingKey(given);
    expect([...given]).toEqual([...bytes(0)]);
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it.each([
    ['another key', () => sealerOf(2)],
    ['another database', () => sealerOf(1, 'hoso-b')],
  ])('does not open with %s', async (_, other) => {
    const sealed = await sealedRows();
    await expect((await other()).open(sealed)).rejects.toBeInstanceOf(UnsealError);
  });

  it('names exactly the rows that were exchanged or damaged', async () => {
    const [one, two, three] = await sealedRows();
    const body = three?.body ?? '';
    const damaged = `${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}`;
    const mixed = [
      { id: 'dossier:1', body: one?.body ?? '' },
      { id: 'dossier:9', body: two?.body ?? '' },
      { id: 'work:1', body: damaged },
      { id: 'work:2', body: '{"plain":"JSON"}' },
      { id: 'work:3', body: '' },
      { id: 'work:4', body: toBase64(bytes(1)) },
    ];
    const opening = (await sealerOf(1)).open(mixed);
    await expect(opening).rejects.toMatchObject({
      ids: ['dossier:9', 'work:1', 'work:2', 'work:3', 'work:4'],
    });
  });
});
