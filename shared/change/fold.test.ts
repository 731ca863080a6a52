import { describe, expect, it } from 'vitest';
import { sampleChange } from '../../test/helpers/sample-changes.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { foldChange } from './fold.ts';
import type { Change } from './change.ts';

const stamp = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };

function applied(dossier: Dossier | null, change: Change): Dossier {
  const outcome = foldChange(dossier, change, stamp);
  if (outcome.outcome !== 'applied') throw new Error(outcome.outcome);
  return outcome.dossier;
}

const created = applied(null, sampleChange(1));
const amend = (number: number, patch: Change['patch'], baseVersion = 1) =>
  sampleChange(number, { kind: 'amend', patch, baseVersion });

describe('a dossier is the fold of its approved changes', () => {
  it('starts with its create change at version 1', () => {
    expect(created.version).toBe(1);
    expect(created.content.identity.birthDate).toBe('1985-03');
    expect(created.applied[0]?.change).toBe(sampleChange(1)._id);
  });

  it('applies a change once: the second time nothing happens', () => {
    const change = amend(2, { pay: { step: 4 } });
    const once = applied(created, change);
    expect(foldChange(once, change, stamp)).toEqual({ outcome: 'already', dossier: once });
  });

  it('merges changes made on an older version when they touch different paths', () => {
    const first = applied(created, amend(2, { pay: { step: 4 } }));
    const second = applied(first, amend(3, { contact: { phone: '0912345678' } }));
    expect(second.content.pay?.step).toBe(4);
    expect(second.content.contact?.phone).toBe('0912345678');
    expect(second.version).toBe(3);
  });

  it('does not overwrite: the same path changed since then is a conflict', () => {
    const first = applied(created, amend(2, { pay: { step: 4 } }));
    expect(foldChange(first, amend(3, { pay: { step: 5 } }), stamp)).toEqual({
      outcome: 'conflicted',
      paths: ['pay.step'],
      dossierVersion: 2,
    });
  });

  it('does not conflict with what the author had seen', () => {
    const first = applied(created, amend(2, { pay: { step: 4 } }));
    expect(applied(first, amend(3, { pay: { step: 5 } }, 2)).content.pay?.step).toBe(5);
  });

  it('refuses a result that is no valid dossier, and says where', () => {
    const outcome = foldChange(created, amend(2, { identity: { fullName: null } }), stamp);
    expect(outcome).toMatchObject({ outcome: 'invalid', path: 'identity.fullName' });
  });

  it('refuses to amend what was never created', () => {
    expect(foldChange(null, amend(2, { pay: { step: 4 } }), stamp).outcome).toBe('invalid');
  });

  it('refuses to create over a dossier', () => {
    expect(foldChange(created, sampleChange(9), stamp).outcome).toBe('conflicted');
  });
});
