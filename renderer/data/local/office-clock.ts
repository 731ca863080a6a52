/** The PC's clock as the centre has corrected it; what was learnt lies on the disk, for work without a line. */
import {
  clockErrorMs,
  clockToleranceMs,
  correctedMs,
  learnClock,
  learntClockSchema,
  type ClockSample,
} from '../../../shared/clock/centre-clock.ts';
import type { MetaStore } from './store/meta-store.ts';

export interface OfficeClock {
  /** What to stamp steps with. */
  nowMs(): number;
  /** By how much the PC's own clock is wrong. */
  errorMs(): number;
  learn(sample: ClockSample): void;
}

const metaId = 'clock';
/** The centre's time is the bound below which no stamp falls: worth a write now and then, not at each pull. */
const keepEveryMs = 10 * 60 * 1000;

export async function openOfficeClock(
  meta: MetaStore,
  localMs: () => number,
  onError: (error: unknown) => void,
): Promise<OfficeClock> {
  let learnt = await meta.read(metaId, learntClockSchema);
  let kept = learnt;
  return {
    nowMs: () => correctedMs(localMs(), learnt),
    errorMs: () => clockErrorMs(localMs(), learnt),
    learn: (sample) => {
      learnt = learnClock(sample);
      const moved = Math.abs(learnt.offsetMs - (kept?.offsetMs ?? 0)) > clockToleranceMs;
      if (kept && !moved && learnt.centreMs - kept.centreMs < keepEveryMs) return;
      kept = learnt;
      // Lost with the disk's trouble it costs nothing: the next pull learns it anew.
      meta.write(metaId, learnt).catch(onError);
    },
  };
}
