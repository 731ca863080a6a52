/**
 * What a seed stands for: who works, and the list of what happens, in order. A step names things by numbers
 * that are counted off against what the person then sees, so that any shorter list still makes sense and a
 * failing list can be shrunk.
 */
import fc from 'fast-check';

export const lines = ['good', 'cut', 'twice', 'late', 'lossy', 'failing'] as const;
/**
 * `twice`: each request arrives twice. `late`: answers take turns overtaking each other. `lossy`: requests and
 * answers are lost or cut short. `failing`: the centre, or a proxy, answers with faults of its own.
 */
export type Line = (typeof lines)[number];

/** Fields that two people may meet in; the last one makes numbers collide. */
export const fields = ['position', 'mainTask', 'homeTown', 'note', 'identityNumber'] as const;

export type OfficeAct =
  | { readonly does: 'enter'; readonly number: number }
  | { readonly does: 'amend'; readonly which: number; readonly set: Values }
  | {
      readonly does: 'verify' | 'return' | 'withdraw';
      readonly which: number;
      readonly most: number;
    }
  | { readonly does: 'resubmit'; readonly which: number; readonly set: Values }
  | { readonly does: 'approve'; readonly ofSchool: boolean; readonly which: number }
  | { readonly does: 'mend'; readonly which: number; readonly set: Values }
  | { readonly does: 'discard' | 'decide'; readonly which: number }
  | { readonly does: 'sync' | 'restart' | 'loseDatabase' }
  | { readonly does: 'crash'; readonly afterWrites: number; readonly during: 'enter' | 'sync' }
  | { readonly does: 'clock'; readonly days: number }
  | { readonly does: 'line'; readonly line: Line };

export type Values = readonly { readonly field: number; readonly value: number }[];

export type CentreAct =
  | { readonly does: 'kill' | 'copy' | 'restore' | 'restoreTwice' | 'addUnit' }
  /** And the power of one PC fails in the middle of its recovery. */
  | { readonly does: 'restoreAndCrash'; readonly seat: number; readonly afterWrites: number }
  | { readonly does: 'moveClerk'; readonly toSchool: boolean }
  | { readonly does: 'pause'; readonly ms: number };

export type Step =
  | { readonly at: 'office'; readonly seat: number; readonly act: OfficeAct }
  | { readonly at: 'centre'; readonly act: CentreAct };

export interface Plan {
  /** Of the faults on the lines. */
  readonly faults: number;
  readonly seats: number;
  readonly steps: readonly Step[];
}

const values: fc.Arbitrary<Values> = fc.array(
  fc.record({ field: fc.nat(fields.length - 1), value: fc.nat(3) }),
  { minLength: 1, maxLength: 2 },
);
const which = fc.nat(30);
const does = <T extends OfficeAct['does'] | CentreAct['does']>(name: T) => fc.constant(name);

const officeAct: fc.Arbitrary<OfficeAct> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ does: does('enter'), number: fc.nat(9) }) },
  { weight: 22, arbitrary: fc.record({ does: does('amend'), which, set: values }) },
  {
    weight: 14,
    arbitrary: fc.record({ does: does('verify'), which, most: fc.integer({ min: 1, max: 8 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('return' as const, 'withdraw' as const),
      which,
      most: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: does('resubmit'), which, set: values }) },
  { weight: 4, arbitrary: fc.record({ does: does('mend'), which, set: values }) },
  { weight: 1, arbitrary: fc.record({ does: does('discard'), which }) },
  { weight: 6, arbitrary: fc.record({ does: does('decide'), which }) },
  { weight: 5, arbitrary: fc.record({ does: does('sync') }) },
  { weight: 2, arbitrary: fc.record({ does: does('restart') }) },
  { weight: 3, arbitrary: fc.record({ does: does('loseDatabase') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: does('crash'),
      afterWrites: fc.nat(6),
      during: fc.constantFrom('enter' as const, 'sync' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: does('clock'), days: fc.constantFrom(-1095, -1, 0, 0, 1, 1095) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      does: does('line'),
      line: fc.constantFrom<Line>('good', 'good', ...lines),
    }),
  },
);

/** Only a head approves, and a head hardly does anything else. */
const headAct: fc.Arbitrary<OfficeAct> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: does('approve'), ofSchool: fc.boolean(), which: fc.nat(255) }),
  },
  { weight: 5, arbitrary: officeAct },
);
export const headSeat = 1;

const centreAct: fc.Arbitrary<CentreAct> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('kill' as const, 'addUnit' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ does: does('copy') }) },
  { weight: 4, arbitrary: fc.record({ does: does('restore') }) },
  { weight: 2, arbitrary: fc.record({ does: does('restoreTwice') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: does('restoreAndCrash'),
      seat: fc.nat(5),
      afterWrites: fc.nat(9),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: does('moveClerk'), toSchool: fc.boolean() }) },
  { weight: 12, arbitrary: fc.record({ does: does('pause'), ms: fc.constantFrom(20, 60, 150) }) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({ at: fc.constant('office' as const), seat: fc.nat(5), act: officeAct }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      at: fc.constant('office' as const),
      seat: fc.constant(headSeat),
      act: headAct,
    }),
  },
  { weight: 5, arbitrary: fc.record({ at: fc.constant('centre' as const), act: centreAct }) },
);

export const plan: fc.Arbitrary<Plan> = fc.record({
  faults: fc.nat(),
  seats: fc.integer({ min: 3, max: 6 }),
  steps: fc.array(step, { minLength: 8, maxLength: 45 }),
});
