/**
 * How bytes fare on a weak line. TCP hides loss: what an application sees of a lost packet is a pause, and now
 * and then the end of the connection. One direction, shared by all connections, as a modem is.
 */

export interface Quality {
  readonly bytesPerSecond: number;
  /** One way. */
  readonly latencyMs: number;
  /** Share of packets that are lost, 0 … 1: each costs a retransmission. */
  readonly loss: number;
  /** Share of the lost packets that cost the connection. */
  readonly resets: number;
}

export const packetBytes = 1_460;
/** What a retransmission takes: RTO of common stacks. */
const retransmitMs = { least: 200, most: 1_200 } as const;

export type Fate = { readonly afterMs: number } | 'reset';

export interface Traffic {
  /** What becomes of the next packet, counted from now. */
  send(bytes: number): Fate;
}

export function createTraffic(
  quality: Quality,
  random: () => number,
  nowMs: () => number,
): Traffic {
  let freeAtMs = 0;
  return {
    send: (bytes) => {
      const now = nowMs();
      const lost = random() < quality.loss;
      if (lost && random() < quality.resets) return 'reset';
      const pauseMs = lost
        ? retransmitMs.least + random() * (retransmitMs.most - retransmitMs.least)
        : 0;
      const takesMs = (bytes * 1_000) / quality.bytesPerSecond;
      freeAtMs = Math.max(now, freeAtMs) + takesMs + pauseMs;
      return { afterMs: freeAtMs - now + quality.latencyMs };
    },
  };
}
