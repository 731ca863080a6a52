import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleChange, samplePerson } from '../../test/helpers/sample-changes.ts';
import type { JsonObject } from '../../shared/canonical/json.ts';
import { changeSchema, type Change } from '../../shared/change/change.ts';
import { changeDigest } from '../../shared/change/digest.ts';
import { maskChange } from '../../shared/change/masking.ts';
import { newSealKey, SealBrokenError } from '../keys/sealed-bytes.ts';
import { clearChange, HiddenSectionError, sealChange } from './document-seal.ts';
import { clearSectionOf, maskedChange } from './stored-form.ts';

const key = { id: 'H20.81.11:1', bytes: newSealKey() };
const bytes = () => key.bytes;
const secret = (patch: JsonObject) => sampleChange(1, { patch: { ...samplePerson, ...patch } });
const stored = (change: Change) => ({ rev: '1-a', doc: sealChange(change, key, undefined) });

/** Words that stand nowhere else in the sample. */
const word = fc.stringMatching(/^kin-[a-z]{6,12}$/);
const patches: fc.Arbitrary<JsonObject> = fc.record(
  {
    belief: fc.oneof(fc.constant(null), fc.record({ religion: word })),
    party: fc.oneof(
      fc.constant(null),
      fc.record({ member: fc.boolean(), joinedOn: word }, { requiredKeys: [] }),
    ),
    contact: fc.record({ residence: fc.string({ minLength: 1, maxLength: 20 }) }),
  },
  { requiredKeys: [] },
);

describe('a change as it is stored', () => {
  it('has no word of its sensitive sections, and all of them again when it is opened', () => {
    fc.assert(
      fc.property(patches, (patch) => {
        const change = secret(patch);
        const { doc } = stored(change);
        expect(clearSectionOf(doc)).toBeNull();
        expect(JSON.stringify(doc)).not.toContain('kin-');
        expect(clearChange(doc, bytes)).toEqual(change);
        expect(maskedChange(doc)).toEqual(maskChange(change));
        expect(changeSchema.safeParse(maskedChange(doc)).success).toBe(true);
        expect(changeDigest(maskedChange(doc))).toBe(changeDigest(change));
      }),
    );
  });

  it('keeps its ciphertext when a client that saw it masked, or clear, moves it on', () => {
    const change = secret({ belief: { religion: 'kin-a' } });
    const standing = stored(change);
    for (const moved of [maskChange(change), change])
      expect(sealChange({ ...moved, state: 'verified' }, key, standing).sealed).toEqual(
        standing.doc.sealed,
      );
  });

  it('is not written at all where a hidden section has nothing to stand on', () => {
    const masked = maskChange(secret({ belief: { religion: 'kin-a' } }));
    expect(() => sealChange(masked, key, undefined)).toThrow(HiddenSectionError);
    const other = stored(secret({ belief: { religion: 'kin-b' } }));
    expect(() => sealChange(masked, key, other)).toThrow(HiddenSectionError);
  });

  it('opens nothing of another document, section or key', () => {
    const { doc } = stored(secret({ belief: { religion: 'kin-a' }, party: { member: true } }));
    const { belief, party } = doc.sealed as Record<string, object>;
    for (const sealed of [
      { belief: party, party: belief },
      { belief: { ...belief, key: 'H20.81.11:2' } },
    ])
      expect(() => clearChange({ ...doc, sealed }, bytes)).toThrow(SealBrokenError);
    const moved = { ...doc, _id: 'change:00000000000000000000000002' };
    expect(() => clearChange(moved, bytes)).toThrow(SealBrokenError);
  });
});
