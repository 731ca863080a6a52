/** Whatever is entered and decided, in whatever order: each value is in the dossier, or a document says why not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../shared/canonical/json.ts';
import type { Change, PersonStamp } from '../../shared/change/change.ts';
import { conflictCaseOf, overlappingRows } from '../../shared/change/conflict-case.ts';
import { valueAt } from '../../shared/change/describe.ts';
import { foldChange } from '../../shared/change/fold.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import { contentAtVersion } from '../../shared/change/replay.ts';
import { checkResolution } from '../../shared/change/resolution.ts';
import { assignChange, assigneeOf, moveChange } from '../../shared/change/transitions.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { makeDecision, type Choice } from '../helpers/conflict-decisions.ts';
import { sampleAuthor, sampleChange } from '../helpers/sample-changes.ts';

const approval = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };
const server: PersonStamp = { account: 'hoso', name: 'Hệ thống HoSo' };

const fields = ['contact.residence', 'education.major', 'education.general', 'note.text'] as const;
type Field = (typeof fields)[number];
const take = fc.constantFrom<'mine' | 'theirs' | 'other'>('mine', 'theirs', 'other');

type Act =
  | { readonly act: 'edit'; readonly fields: readonly Field[]; readonly behind: number }
  | {
      readonly act: 'decide';
      readonly takes: readonly ('mine' | 'theirs' | 'other')[];
      readonly behind: number;
    };
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('edit' as const),
      fields: fc.subarray([...fields], { minLength: 1 }),
      behind: fc.nat({ max: 3 }),
    }),
    fc.record({
      act: fc.constant('decide' as const),
      takes: fc.array(take, { minLength: fields.length, maxLength: fields.length }),
      behind: fc.nat({ max: 1 }),
    }),
  ),
  { minLength: 2, maxLength: 14 },
);

/** What the centre does with approvals, in its smallest form. */
class Centre {
  dossier: Dossier;
  readonly changes = new Map<string, Change>();
  readonly versions: Dossier[] = [];
  #number = 1;

  constructor() {
    const create = sampleChange(this.#number);
    const fold = foldChange(null, create, approval);
    if (fold.outcome !== 'applied') throw new Error(fold.outcome);
    this.dossier = fold.dossier;
    this.versions.push(fold.dossier);
    this.#put(moveChange(create, 'approved', server, approval.atUtc));
  }
  #put(change: Change) {
    this.changes.set(change._id, change);
  }
  next(): number {
    this.#number += 1;
    return this.#number;
  }
  seen(behind: number): Dossier {
    return this.versions.at(-1 - behind) ?? this.dossier;
  }
  approve(change: Change): void {
    const fold = foldChange(this.dossier, change, approval);
    if (fold.outcome === 'conflicted') {
      const marked = assignChange(change, sampleAuthor, server, approval.atUtc);
      const { paths, dossierVersion } = fold;
      this.#put({ ...marked, conflict: { paths: [...paths], dossierVersion } });
      return;
    }
    if (fold.outcome !== 'applied') throw new Error(JSON.stringify(fold));
    this.dossier = fold.dossier;
    this.versions.push(fold.dossier);
    this.#put(moveChange(change, 'approved', server, approval.atUtc));
    this.#settle(change);
  }
  #settle(decision: Change): void {
    const settled = this.changes.get(decision.resolves?.change ?? '');
    if (settled?.state !== 'conflicted') return;
    const reason = `Đã giải quyết bằng ${decision._id}`;
    this.#put(moveChange(settled, 'withdrawn', server, approval.atUtc, reason));
    this.#settle(settled);
  }
  all(): readonly Change[] {
    return [...this.changes.values()];
  }
}

function edit(centre: Centre, { fields: chosen, behind }: Extract<Act, { act: 'edit' }>): void {
  const number = centre.next();
  const patch = chosen.reduce<Record<string, JsonObject>>((made, field) => {
    const [section = '', key = ''] = field.split('.');
    return { ...made, [section]: { ...made[section], [key]: `giá trị ${String(number)}` } };
  }, {});
  centre.approve(
    sampleChange(number, {
      kind: 'amend',
      baseVersion: centre.seen(behind).version,
      patch,
      paths: [...touchedPaths(patch)],
    }),
  );
}

/** Decides the first open case on the dossier as the decider saw it, perhaps a version ago. */
function decide(centre: Centre, { takes, behind }: Extract<Act, { act: 'decide' }>): void {
  const open = centre
    .all()
    .find(
      (change) =>
        change.state === 'conflicted' &&
        conflictCaseOf(centre.dossier, centre.all(), change)?.decision === null,
    );
  if (!open) return;
  const seen = centre.seen(behind);
  const found = seen.version < open.baseVersion ? null : conflictCaseOf(seen, centre.all(), open);
  if (!found) return;
  const choices = Object.fromEntries(
    overlappingRows(found).map(({ path }, at): [string, Choice] => {
      const chosen = takes[at] ?? 'mine';
      return [path, chosen === 'other' ? { other: `khác ${String(centre.next())}` } : chosen];
    }),
  );
  if (Object.keys(choices).length === 0) return;
  const decision = {
    ...makeDecision(open, seen, sampleAuthor, choices),
    _id: sampleChange(centre.next())._id,
  };
  expect(checkResolution(decision, open, seen)).toEqual({ ok: true, value: null });
  centre.approve(decision);
}

/** Where an entered value went: the dossier, a later approved change, or a decision with its reason. */
function explained(centre: Centre, change: Change, path: string): boolean {
  const value = valueAt(change.patch, path);
  const entry = centre.dossier.applied.find((one) => one.change === change._id);
  if (entry) {
    const later = centre.dossier.applied.filter(({ version }) => version > entry.version);
    const replaced = later.some(({ paths }) => paths.includes(path));
    return replaced || valueAt(centre.dossier.content, path) === value;
  }
  if (change.state === 'conflicted')
    return assigneeOf(change) !== null && (change.conflict?.paths.length ?? 0) > 0;
  if (change.state !== 'withdrawn') return false;
  const by = centre
    .all()
    .find((one) => one.resolves?.change === change._id && one.state !== 'conflicted');
  if (!by || change.history.at(-1)?.reason !== `Đã giải quyết bằng ${by._id}`) return false;
  const decision = by.resolves?.decisions.find((one) => one.path === path);
  if (decision && decision.take !== 'mine') return decision.reason !== '';
  return valueAt(by.patch, path) === value && explained(centre, by, path);
}

describe('conflict cases', () => {
  it('lose nothing: every value entered is in the dossier, or a document says where it went', () => {
    let conflicts = 0;
    let settled = 0;
    fc.assert(
      fc.property(acts, (story) => {
        const centre = new Centre();
        for (const one of story) {
          if (one.act === 'edit') edit(centre, one);
          else decide(centre, one);
        }
        for (const change of centre.all()) {
          if (change.state === 'conflicted') conflicts += 1;
          if (change.state === 'withdrawn') settled += 1;
          for (const path of change.paths)
            expect([change._id, path, explained(centre, change, path)]).toEqual([
              change._id,
              path,
              true,
            ]);
        }
      }),
      { numRuns: 300 },
    );
    // The stories really come to conflicts and decisions.
    expect(conflicts).toBeGreaterThan(100);
    expect(settled).toBeGreaterThan(50);
  });

  it('replay every version that the dossier had, from its changes alone', () => {
    fc.assert(
      fc.property(acts, (story) => {
        const centre = new Centre();
        for (const one of story) {
          if (one.act === 'edit') edit(centre, one);
          else decide(centre, one);
        }
        for (const version of centre.versions)
          expect(contentAtVersion(centre.dossier, centre.all(), version.version)).toEqual(
            version.content,
          );
      }),
      { numRuns: 200 },
    );
  });
});
