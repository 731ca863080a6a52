/** Which times a step may bear: the clocks of offices are not ours. */

/** How far a clock in an office may run ahead of the centre's. */
export const clockAheadMs = 24 * 3600 * 1000;
/** Nothing in this system was done before it existed. */
const earliestUtc = '2020-01-01T00:00:00.000Z';

export function timeIsAbsurd(atUtc: string, nowMs: number): boolean {
  return atUtc < earliestUtc || Date.parse(atUtc) > nowMs + clockAheadMs;
}
