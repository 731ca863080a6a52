/**
 * Callers take turns: of one name one piece of work runs at a time and few wait, so that whoever tries thousands of
 * times keeps nobody else waiting.
 */
import { ProblemError } from '../../shared/errors/index.ts';

export interface TurnLimits {
  readonly atOnce: number;
  /** Beyond these a caller is turned away rather than remembered. */
  readonly mostWaitingOfOne: number;
  readonly mostWaiting: number;
}

/** Runs `work` when it is the turn of `from`. @throws ProblemError TOO_MANY_REQUESTS when too many wait */
export type InTurn = <T>(from: string, work: () => Promise<T>) => Promise<T>;

type Start = () => void;

export function takingTurns({ atOnce, mostWaitingOfOne, mostWaiting }: TurnLimits): InTurn {
  /** Who waits, by caller; the first in the map has waited longest for its turn. */
  const lines = new Map<string, Start[]>();
  const served = new Set<string>();
  let waiting = 0;

  function startNext(): void {
    if (served.size >= atOnce) return;
    for (const [from, line] of lines) {
      if (served.has(from)) continue;
      const start = line.shift();
      lines.delete(from);
      if (line.length > 0) lines.set(from, line);
      if (!start) continue;
      served.add(from);
      waiting -= 1;
      start();
      startNext();
      return;
    }
  }

  return async (from, work) => {
    const line = lines.get(from) ?? [];
    if (line.length >= mostWaitingOfOne || waiting >= mostWaiting)
      throw new ProblemError('TOO_MANY_REQUESTS', { seconds: 30 });
    await new Promise<void>((start) => {
      line.push(start);
      lines.set(from, line);
      waiting += 1;
      startNext();
    });
    try {
      return await work();
    } finally {
      served.delete(from);
      startNext();
    }
  };
}
