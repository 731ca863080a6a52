import { describe, expect, it } from 'vitest';
import { sampleAuthor, sampleChange, samplePerson } from '../../test/helpers/sample-changes.ts';
import { makeManifest, manifestMismatches } from '../approval/approval.ts';
import { sensitiveSections } from '../dossier/sensitive.ts';
import { changeSchema, type Change } from './change.ts';
import { hiddenDifferences } from './describe.ts';
import { changeCanonicalForm, changeDigest } from './digest.ts';
import { maskChange } from './masking.ts';

const patch = {
  ...samplePerson,
  belief: { religion: '01' },
  party: { member: true, joinedOn: '2010-02-03' },
};
const clear = sampleChange(1, { patch });
const masked = maskChange(clear);
const fits = (change: object) => changeSchema.safeParse(change).success;

describe('a change with sensitive sections', () => {
  it('has those that the form marks: religion, Party, health, history, family and means', () => {
    expect(sensitiveSections).toEqual([
      'belief',
      'party',
      'health',
      'history',
      'oldRegimeWork',
      'foreignTies',
      'ownFamily',
      'spouseFamily',
      'economy',
      'assetDeclarations',
    ]);
  });

  it('has the same digest clear and masked, and the masked form says nothing of them', () => {
    expect(changeDigest(masked)).toBe(changeDigest(clear));
    expect(masked.patch).toEqual(samplePerson);
    expect(JSON.stringify(masked)).not.toMatch(/2010-02-03|"(religion|joinedOn|salts)":/);
    expect(changeCanonicalForm(clear)).not.toContain('2010-02-03');
    expect(maskChange(masked)).toEqual(masked);
  });

  it('has another digest when a value, a salt or a hash is another one', () => {
    const other = sampleChange(1, { patch: { ...patch, belief: { religion: '02' } } });
    const salted = { ...clear, salts: { ...clear.salts, party: 'f'.repeat(32) } };
    const bent = { ...masked, masked: { ...masked.masked, party: '0'.repeat(64) } };
    for (const change of [other, salted, bent] as Change[])
      expect(changeDigest(change)).not.toBe(changeDigest(clear));
  });

  it('hides that two people say the same: their hashes differ', () => {
    const second = maskChange(sampleChange(2, { patch }));
    expect(second.masked?.belief).not.toBe(masked.masked?.belief);
  });

  it('keeps a removal of a section secret, too, but for the path that was touched', () => {
    const removal = sampleChange(3, { kind: 'amend', baseVersion: 1, patch: { party: null } });
    expect(fits(removal)).toBe(true);
    expect(changeDigest(maskChange(removal))).toBe(changeDigest(removal));
    expect(maskChange(removal)).toMatchObject({ patch: {}, paths: ['party'] });
  });

  it('names the fields that are hidden', () => {
    expect(hiddenDifferences(masked).map(({ label }) => label)).toEqual([
      'Tôn giáo',
      'Là đảng viên',
      'Ngày vào Đảng',
    ]);
    expect(hiddenDifferences(clear)).toEqual([]);
  });

  it('is admitted in both forms, and in no mixture of them', () => {
    expect([fits(clear), fits(masked)]).toEqual([true, true]);
    const { salts: _salts, ...saltless } = clear;
    for (const bad of [
      saltless,
      { ...clear, salts: { belief: clear.salts?.belief } },
      { ...clear, salts: { ...clear.salts, pay: '0'.repeat(32) } },
      { ...clear, salts: { ...clear.salts, party: 'short' } },
      { ...clear, masked: masked.masked },
      { ...masked, masked: { ...masked.masked, pay: '0'.repeat(64) } },
      { ...masked, masked: { party: 'x' } },
      { ...sampleChange(1), salts: {} },
      { ...sampleChange(1), masked: {} },
    ])
      expect(fits(bad)).toBe(false);
  });
});

it('an auditor without the right verifies an approval from masked changes alone', () => {
  const manifest = makeManifest({
    id: 'approval:2026-11:01JD0000000000000000000001',
    unit: clear.unit,
    period: '2026-11',
    signer: sampleAuthor,
    changes: [clear],
    createdAtUtc: '2026-11-25T02:00:00.000Z',
  });
  const known = (change: Change) => new Map([[change._id, change]]);
  expect(manifestMismatches(manifest, known(masked))).toEqual([]);
  const bent = { ...masked, masked: { ...masked.masked, belief: '0'.repeat(64) } };
  expect(manifestMismatches(manifest, known(bent))).toEqual([clear._id]);
});
