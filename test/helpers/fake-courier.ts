/** Bundles on a stick, for screens that need neither stick nor centre. */
import type { CarriedBundle, Carrier, OfficeCourier } from '../../renderer/data/port/courier.ts';
import { done, failed } from '../../shared/errors/index.ts';

/** `usual`: one bundle waits. `first`: none was written. `keyless`: this PC was never online. `gone`: the stick is pulled out. `more`: one answer does not hold all. */
export const courierScenes = ['usual', 'first', 'keyless', 'gone', 'more'] as const;
export type CourierScene = (typeof courierScenes)[number];

const bundle = (name: string, change: Partial<CarriedBundle> = {}): CarriedBundle => ({
  id: name.repeat(26).slice(0, 26),
  madeAtUtc: '2026-11-20T02:30:00.000Z',
  file: `hoso-vanthu.xa-2026-11-20-${name.repeat(6)}.hoso-goi`,
  steps: 3,
  waiting: 3,
  state: 'open',
  ...change,
});

export function fakeCourier(waiting: number, scene: CourierScene = 'usual'): OfficeCourier {
  let bundles =
    scene === 'usual' || scene === 'more'
      ? [
          bundle('K'),
          bundle('C', {
            madeAtUtc: '2026-11-06T03:12:00.000Z',
            file: 'hoso-vanthu.xa-2026-11-06-CCCCCC.hoso-goi',
            steps: 14,
            waiting: 0,
            state: 'answered',
          }),
        ]
      : [];
  return {
    standing: () => Promise.resolve({ ready: scene !== 'keyless', waiting, scans: 2, bundles }),
    write: () => {
      if (scene === 'gone') return Promise.resolve(failed('COURIER_STICK_GONE'));
      const written = bundle('M', { madeAtUtc: '2026-11-22T02:41:00.000Z', steps: waiting });
      bundles = [written, ...bundles];
      return Promise.resolve(done(written));
    },
    read: () => {
      if (scene === 'gone') return Promise.resolve(failed('COURIER_ANSWER_STALE'));
      bundles = bundles.map((one) => ({ ...one, state: 'answered', waiting: 0 }));
      const madeAtUtc = '2026-11-21T08:05:00.000Z';
      const more = scene === 'more';
      const counts = more
        ? { received: 3, refused: 0, brought: 41_250 }
        : { received: 2, refused: 1, brought: 27 };
      return Promise.resolve(done({ madeAtUtc, again: 0, more, ...counts }));
    },
  };
}

export const fakeCarrier: Carrier = {
  handIn: (text) =>
    Promise.resolve(
      text.startsWith('eyJ')
        ? done({
            answer: 'eyJ',
            bundle: 'K'.repeat(26),
            account: 'vanthu.xa',
            rows: 3,
            refused: 1,
            again: false,
          })
        : failed('COURIER_WRONG_FILE'),
    ),
};
