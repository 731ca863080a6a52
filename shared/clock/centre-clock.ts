/**
 * What time it is, when the clock of a PC may be wrong by minutes or by years. The centre's clock is the one
 * that counts; what it said last is kept as an offset, so that steps taken without a line are stamped right.
 *
 * Invariants: a corrected time never lies before the last time that the centre told; a clock that is right
 * within the tolerance is left alone; a clock that a person has set right in the meantime is believed again.
 */
import { z } from 'zod';

/** One answer of the centre: when it was asked for and when it came, by the PC's clock; what the centre said. */
export interface ClockSample {
  readonly sentMs: number;
  readonly receivedMs: number;
  readonly centreMs: number;
}

export const learntClockSchema = z.strictObject({
  /** To be added to the PC's clock; 0 when that is right. */
  offsetMs: z.number(),
  /** The PC's clock when this was learnt. */
  localMs: z.number(),
  /** The centre's clock at that moment. */
  centreMs: z.number(),
});
export type LearntClock = Readonly<z.infer<typeof learntClockSchema>>;

/** Less than this is no matter: networks and quartz are no better. */
export const clockToleranceMs = 2 * 60 * 1000;

/**
 * The centre spoke somewhere between question and answer, so a slow line says little: the clock is wrong only
 * if it is wrong for every moment in between.
 */
export function learnClock({ sentMs, receivedMs, centreMs }: ClockSample): LearntClock {
  const least = centreMs - receivedMs;
  const most = centreMs - sentMs;
  const right = least <= clockToleranceMs && most >= -clockToleranceMs;
  const offsetMs = right ? 0 : Math.round((least + most) / 2);
  return { offsetMs, localMs: receivedMs, centreMs };
}

const dayMs = 24 * 3600 * 1000;

/** Whether the PC's clock was set anew since: then the old offset says nothing. */
function wasSet({ offsetMs, localMs, centreMs }: LearntClock, nowMs: number): boolean {
  // It ran ahead and now stands before where it stood; or it was far behind and has jumped to what is true.
  if (offsetMs < 0) return nowMs < localMs - clockToleranceMs;
  return offsetMs > dayMs && nowMs >= centreMs;
}

/** @param nowMs the PC's clock */
export function correctedMs(nowMs: number, learnt: LearntClock | null): number {
  if (!learnt) return nowMs;
  const offset = wasSet(learnt, nowMs) ? 0 : learnt.offsetMs;
  return Math.max(nowMs + offset, learnt.centreMs);
}

/** By how much the PC's clock is wrong now; positive when it runs ahead; 0 when nothing is known against it. */
export function clockErrorMs(nowMs: number, learnt: LearntClock | null): number {
  const error = nowMs - correctedMs(nowMs, learnt);
  return Math.abs(error) > clockToleranceMs ? error : 0;
}
