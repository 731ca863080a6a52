/**
 * A TCP proxy in front of a server that is as slow and unreliable as told: real sockets, real HTTP, only the
 * wire in between is played. All that goes wrong depends on the seed.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { seededRandom } from './random.ts';
import { createTraffic, packetBytes, type Quality, type Traffic } from './traffic.ts';

export interface WeakLine {
  readonly url: string;
  /** Bytes that came out at the office's end. */
  down(): number;
  up(): number;
  /** Connections that were cut. */
  cuts(): number;
  /** From now on every connection ends after so many bytes, drawn anew for each; null: none does. */
  cutAfter(range: { readonly least: number; readonly most: number } | null): void;
  close(): Promise<void>;
}

/** 64 kbit/s, a satellite's way, one packet in twenty lost. */
export const villageLine: Quality = {
  bytesPerSecond: 8_000,
  latencyMs: 150,
  loss: 0.05,
  resets: 0.02,
};

interface Counts {
  down: number;
  up: number;
  cuts: number;
}

interface Wire {
  readonly from: Socket;
  readonly to: Socket;
  readonly traffic: Traffic;
  readonly arrived: (bytes: number) => void;
  /** Tells whether the connection has carried all that it may. */
  readonly spent: (bytes: number) => boolean;
  readonly cut: () => void;
}

/** Moves packets in their order, each when the line is done with it. */
async function carry({ from, to, traffic, arrived, spent, cut }: Wire): Promise<void> {
  for await (const chunk of from as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += packetBytes) {
      const packet = chunk.subarray(at, at + packetBytes);
      const fate = traffic.send(packet.length);
      if (fate === 'reset') {
        cut();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, fate.afterMs));
      if (to.destroyed) return;
      if (spent(packet.length)) {
        cut();
        return;
      }
      arrived(packet.length);
      to.write(packet);
    }
  }
  to.end();
}

export async function openWeakLine(
  serverUrl: string,
  quality: Quality,
  seed: number,
): Promise<WeakLine> {
  const target = new URL(serverUrl);
  const random = seededRandom(seed);
  const counts: Counts = { down: 0, up: 0, cuts: 0 };
  const [downward, upward] = [0, 1].map(() =>
    createTraffic(quality, random, () => performance.now()),
  ) as [Traffic, Traffic];
  const sockets = new Set<Socket>();
  let range: { readonly least: number; readonly most: number } | null = null;

  const server = createServer((office) => {
    const centre = connect(Number(target.port), target.hostname);
    let left = range ? range.least + random() * (range.most - range.least) : Infinity;
    const spent = (bytes: number) => (left -= bytes) < 0;
    const cut = () => {
      counts.cuts += 1;
      office.resetAndDestroy();
      centre.destroy();
    };
    for (const socket of [office, centre]) {
      sockets.add(socket);
      // A broken line is what this is for; both ends hear of it by their own sockets.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        office.destroy();
        centre.destroy();
      });
    }
    const wires: Wire[] = [
      { from: office, to: centre, traffic: upward, arrived: (n) => (counts.up += n), spent, cut },
      {
        from: centre,
        to: office,
        traffic: downward,
        arrived: (n) => (counts.down += n),
        spent,
        cut,
      },
    ];
    // Reading a socket that was cut throws; that is its end.
    for (const wire of wires) carry(wire).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    down: () => counts.down,
    up: () => counts.up,
    cuts: () => counts.cuts,
    cutAfter: (next) => void (range = next),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
