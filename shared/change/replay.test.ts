import { describe, expect, it } from 'vitest';
import { sampleChange } from '../../test/helpers/sample-changes.ts';
import { foldChange } from './fold.ts';
import { contentBefore } from './replay.ts';

const stamp = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };
const create = sampleChange(1);
const amend = sampleChange(2, { kind: 'amend', patch: { pay: { step: 4 } }, baseVersion: 1 });
const next = sampleChange(3, { kind: 'amend', patch: { pay: { step: 5 } }, baseVersion: 2 });

const folded = [create, amend].reduce<Parameters<typeof foldChange>[0]>((dossier, change) => {
  const outcome = foldChange(dossier, change, stamp);
  if (outcome.outcome !== 'applied') throw new Error(outcome.outcome);
  return outcome.dossier;
}, null);

describe('the content that a change met', () => {
  it('is nothing for the change that made the dossier', () => {
    expect(contentBefore(folded, [create, amend], create)).toBeUndefined();
    expect(contentBefore(null, [create], create)).toBeUndefined();
  });

  it('is the content before an applied change, not the present one', () => {
    expect(contentBefore(folded, [create, amend], amend)).toEqual(create.patch);
  });

  it('is the present content for a change that waits', () => {
    expect(contentBefore(folded, [next], next)).toBe(folded?.content);
  });

  it('is unknown when an earlier change is not here', () => {
    expect(contentBefore(folded, [amend], amend)).toBe('unknown');
  });
});
