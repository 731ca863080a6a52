/** A TCP line to a server that can be taken away and given back, at one address. */
import { createServer, connect, type Server, type Socket } from 'node:net';

export interface SwitchedLine {
  readonly url: string;
  /** Nobody answers there any more, and what was under way ends. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export async function openSwitchedLine(serverUrl: string): Promise<SwitchedLine> {
  const far = Number(new URL(serverUrl).port);
  const open = new Set<Socket>();
  const keep = (socket: Socket, end: () => void) => {
    open.add(socket);
    socket.on('error', end);
    socket.on('close', () => {
      open.delete(socket);
      end();
    });
  };
  const carry = (near: Socket) => {
    const server = connect(far, '127.0.0.1');
    const end = () => {
      near.destroy();
      server.destroy();
    };
    keep(near, end);
    keep(server, end);
    near.pipe(server);
    server.pipe(near);
  };
  const listen = (port: number) =>
    new Promise<Server>((resolve) => {
      const server: Server = createServer(carry).listen(port, '127.0.0.1', () => {
        resolve(server);
      });
    });
  let server: Server | null = await listen(0);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${String(bound.port)}`,
    async down() {
      const ended = server;
      server = null;
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => (ended ? ended.close(resolve) : resolve(null)));
    },
    async up() {
      server ??= await listen(bound.port);
    },
  };
}
