import { describe, expect, it } from 'vitest';
import { sampleChange, ulidOf } from '../../test/helpers/sample-changes.ts';
import { changeCanonicalForm, changeDigest } from '../change/digest.ts';
import { moveChange } from '../change/transitions.ts';
import { makeManifest, manifestMismatches, manifestSchema, manifestText } from './approval.ts';

const signer = { account: 'hieutruong', name: 'Võ Minh Hiếu' };
const a = sampleChange(1);
const b = sampleChange(2, { dossier: `dossier:${ulidOf(2)}` });
const manifest = makeManifest({
  id: `approval:2026-11:${ulidOf(7)}`,
  unit: a.unit,
  period: '2026-11',
  signer,
  changes: [b, a],
  createdAtUtc: '2026-11-26T01:00:00.000Z',
});

describe('what a head signs', () => {
  it('names each change with the SHA-256 of its canonical form, in order', () => {
    expect(manifest.changes.map((entry) => entry.id)).toEqual([a._id, b._id]);
    expect(manifest.changes[0]?.sha256).toBe(changeDigest(a));
    expect(manifestSchema.parse(JSON.parse(manifestText(manifest)))).toEqual(manifest);
  });

  it('is canonical (RFC 8785): the order of keys does not matter', () => {
    const turned = Object.fromEntries(Object.entries(a).reverse()) as typeof a;
    expect(changeCanonicalForm(turned)).toBe(changeCanonicalForm(a));
  });

  it('does not change when the change only moves on', () => {
    expect(changeDigest(moveChange(a, 'verified', signer, '2026-11-21T00:00:00.000Z'))).toBe(
      changeDigest(a),
    );
  });

  it.each([
    ['the patch', { patch: { pay: { step: 9 } } }],
    ['the dossier', { dossier: `dossier:${ulidOf(3)}` }],
    ['the base version', { baseVersion: 1 }],
    [
      'the evidence',
      {
        evidence: [
          { sha256: 'a'.repeat(64), name: 'qd.pdf', mediaType: 'application/pdf', bytes: 1 },
        ],
      },
    ],
    ['the effective date', { clockFrom: '2026-11-01' }],
    ['the author', { author: { account: 'x.y', name: 'X' } }],
    ['the unit', { unit: 'H20.82' }],
  ])('no longer matches when %s is another', (_, over) => {
    const changes = new Map([
      [a._id, { ...a, ...over }],
      [b._id, b],
    ]);
    expect(manifestMismatches(manifest, changes)).toEqual([a._id]);
  });

  it('does not match when a change is missing', () => {
    expect(manifestMismatches(manifest, new Map([[a._id, a]]))).toEqual([b._id]);
  });
});
