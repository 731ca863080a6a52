import { describe, expect, it } from 'vitest';
import { makeDecision, type Choice } from '../../test/helpers/conflict-decisions.ts';
import { sampleAuthor, sampleChange } from '../../test/helpers/sample-changes.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { JsonObject } from '../canonical/json.ts';
import type { Change } from './change.ts';
import { conflictCaseOf } from './conflict-case.ts';
import { changeDigest } from './digest.ts';
import { foldChange } from './fold.ts';
import { maskChange } from './masking.ts';
import { checkResolution } from './resolution.ts';
import { assignChange } from './transitions.ts';

const stamp = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };
const create = sampleChange(1);
const amend = (number: number, patch: JsonObject, paths: string[], baseVersion = 1) =>
  sampleChange(number, { kind: 'amend', baseVersion, patch, paths });
const theirs = amend(2, { contact: { phone: '0901234567' } }, ['contact.phone']);
const row = { languages: { A1: { language: 'Tiếng Anh', level: 'B1' } } };
const mine = amend(3, { contact: { phone: null }, note: { text: 'Thêm' } }, [
  'contact.phone',
  'note.text',
]);

function folded(changes: readonly Change[]): Dossier {
  const dossier = changes.reduce<Dossier | null>((present, change) => {
    const fold = foldChange(present, change, stamp);
    return fold.outcome === 'applied' ? fold.dossier : present;
  }, null);
  if (!dossier) throw new Error('no dossier');
  return dossier;
}
const dossier = folded([create, theirs]);
const check = (choices: Readonly<Record<string, Choice>>, bend: Partial<Change> = {}) => {
  const decision = { ...makeDecision(mine, dossier, sampleAuthor, choices), ...bend };
  const result = checkResolution(decision, mine, dossier);
  return result.ok ? 'ok' : result.problem.code;
};

describe('a decision', () => {
  it.each([
    ['this change, the rest goes on', { 'contact.phone': 'mine' }],
    ['what stands', { 'contact.phone': 'theirs' }],
    ['another value', { 'contact.phone': { other: '0905555555' } }],
    ['no value at all', { 'contact.phone': { other: null } }],
    ['the rest given up, too', { 'contact.phone': 'theirs', 'note.text': 'theirs' }],
  ] as const)('may be for %s', (_, choices) => {
    expect(check(choices)).toBe('ok');
  });

  it('says each overlapping field, and no field of another change', () => {
    expect(check({ 'note.text': 'theirs' })).toBe('CONFLICT_FIELD_UNDECIDED');
    expect(check({ 'contact.phone': 'mine', 'pay.step': { other: 3 } })).toBe(
      'CONFLICT_DECISION_INVALID',
    );
  });

  it.each([
    ['a patch that says more', { patch: { contact: { phone: null }, note: { text: 'Khác' } } }],
    ['a patch that leaves the rest out', { patch: { contact: { phone: null } } }],
    ['a version that nobody has seen', { baseVersion: 3 }],
    ['a version before the change itself', { baseVersion: 0 }],
    ['a creation', { kind: 'create' as const }],
    ['another dossier', { dossier: 'dossier:00000000000000000000000009' }],
  ])('is refused with %s', (_, bend) => {
    expect(check({ 'contact.phone': 'mine' }, bend)).toBe('CONFLICT_DECISION_INVALID');
  });

  it('is part of what the head signs', () => {
    const decision = makeDecision(mine, dossier, sampleAuthor, { 'contact.phone': 'theirs' });
    const { resolves: _, ...bare } = decision;
    expect(changeDigest(decision)).not.toBe(changeDigest(bare));
  });
});

describe('the conflict case', () => {
  const met = assignChange(mine, sampleAuthor, sampleAuthor, '2026-11-26T01:00:00.000Z');

  it('sets base, theirs and mine side by side, the fields in the order of the form', () => {
    const older = amend(5, { contact: { phone: '0900000000' } }, ['contact.phone']);
    const later = amend(6, { contact: { phone: '0901234567' } }, ['contact.phone'], 2);
    const own = { ...met, baseVersion: 2 };
    const present = folded([create, older, later]);
    const found = conflictCaseOf(present, [create, older, later, own], own);
    expect(found).toMatchObject({
      baseKnown: true,
      assignee: sampleAuthor,
      sinceUtc: '2026-11-26T01:00:00.000Z',
      decision: null,
      rows: [
        {
          path: 'contact.phone',
          overlaps: true,
          base: '0900000000',
          theirs: '0901234567',
          mine: undefined,
          touched: { change: { _id: later._id }, applied: { version: 3 } },
        },
        { path: 'note.text', overlaps: false, theirs: undefined, mine: 'Thêm', touched: null },
      ],
    });
  });

  it('says when both sides wrote the same', () => {
    const same = { ...met, patch: theirs.patch, paths: theirs.paths };
    expect(conflictCaseOf(dossier, [create, theirs], same)?.rows[0]).toMatchObject({
      overlaps: true,
      agreed: true,
    });
  });

  it('says that what stood before is unknown when an earlier change is not here', () => {
    expect(conflictCaseOf(dossier, [theirs], met)).toMatchObject({ baseKnown: false });
  });

  it('shows a row that was removed meanwhile', () => {
    const added = amend(5, row, ['languages.A1.language', 'languages.A1.level']);
    const removed = amend(6, { languages: { A1: null } }, ['languages.A1'], 2);
    const level = amend(7, { languages: { A1: { level: 'B2' } } }, ['languages.A1.level'], 2);
    const own = assignChange(level, null, sampleAuthor, '2026-11-26T01:00:00.000Z');
    const found = conflictCaseOf(folded([create, added, removed]), [create, added], own);
    expect(found?.rows).toMatchObject([
      { path: 'languages.A1.level', overlaps: true, base: 'B1', theirs: undefined, mine: 'B2' },
    ]);
  });

  it('says which fields are hidden from who may not read their section', () => {
    const faith = sampleChange(8, {
      kind: 'amend',
      baseVersion: 1,
      patch: { belief: { religion: '01' }, contact: { phone: '0902222222' } },
      paths: ['belief.religion', 'contact.phone'],
      salts: { belief: 'a'.repeat(32) },
    });
    const shown = assignChange(maskChange(faith), null, sampleAuthor, '2026-11-26T01:00:00.000Z');
    const found = conflictCaseOf(dossier, [create, theirs, shown], shown);
    expect(found?.rows.map(({ path, hidden }) => [path, hidden])).toEqual([
      ['belief.religion', true],
      ['contact.phone', false],
    ]);
  });

  it('is none for a change that met nobody', () => {
    expect(conflictCaseOf(dossier, [create, theirs], mine)).toBeNull();
  });
});
