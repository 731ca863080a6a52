/** A TCP line to a server that breaks each connection after so many bytes sent towards the server. */
import { createServer, connect, type Socket } from 'node:net';

export interface CuttingLine {
  readonly url: string;
  /** Bytes that went towards the server in all. */
  readonly carried: () => number;
  readonly cuts: () => number;
  close(): Promise<void>;
}

/** @param allowance how many bytes the next connection may carry; Infinity: it holds */
export async function openCuttingLine(
  serverUrl: string,
  allowance: () => number,
): Promise<CuttingLine> {
  const port = Number(new URL(serverUrl).port);
  const open = new Set<Socket>();
  let carried = 0;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    far.pipe(near);
    let left = allowance();
    near.on('data', (bytes) => {
      const part = bytes.subarray(0, left);
      left -= part.length;
      carried += part.length;
      if (left > 0) {
        far.write(part);
        return;
      }
      cuts += 1;
      // What was carried arrives; then the line is dead.
      far.write(part, end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${bound.port}`,
    carried: () => carried,
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
