// The wanted TCP port of this machine, or another free one when it is taken.
import { createServer } from 'node:net';

export async function freePort(wanted: number): Promise<number> {
  const free = (await tryPort(wanted)) ?? (await tryPort(0));
  if (free === undefined) throw new Error('no free TCP port on this machine');
  return free;
}

/** The port that could be opened on the local address; nothing when it is taken or not ours to open. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : undefined);
      });
    });
  });
}
