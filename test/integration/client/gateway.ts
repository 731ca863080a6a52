/** The real gateway with the demonstration's province, as a process that can be killed and started again. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');

export interface Gateway {
  readonly url: string;
  /** As by a power cut: no chance to finish anything. */
  kill(): Promise<void>;
  /** On the same port, with the same data. */
  start(): Promise<void>;
  /** Takes a set of the data as they are now, while the gateway runs. */
  backup(): Promise<void>;
  /** Puts the newest set in the place of the data, as docs/backup.md says; the gateway must be stopped. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Loaded before a program whose clock is to be behind. */
function clockBehind(minutes: number): string {
  const code = `
    const RealDate = Date;
    const nowMs = () => RealDate.now() - ${minutes * 60_000};
    globalThis.Date = class extends RealDate {
      constructor(...parts) { if (parts.length > 0) super(...parts); else super(nowMs()); }
      static now() { return nowMs(); }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

async function launch(
  data: string,
  port: number,
  nodeOptions: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, main, 'serve', '--data', data, '--port', String(port), '--demo', '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = JSON.parse(line) as { readonly ready?: boolean; readonly url: string };
    if (ready.ready === true) return { child, url: ready.url };
  }
  throw new Error(`the gateway did not start: ${errors}`);
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

/** Makes the data of the province so many minutes ago: what is newer is in no backup for sure. */
export async function startOlderGateway(minutes: number): Promise<Gateway> {
  const data = await mkdtemp(join(tmpdir(), 'hoso-client-'));
  const { child } = await launch(data, 0, [clockBehind(minutes)]);
  child.kill('SIGTERM');
  await ended(child);
  return startGateway(data);
}

export async function startGateway(given?: string): Promise<Gateway> {
  const data = given ?? (await mkdtemp(join(tmpdir(), 'hoso-client-')));
  let running = await launch(data, 0);
  const url = running.url;
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL');
    await ended(running.child);
  };
  const start = async (): Promise<void> => {
    running = await launch(data, Number(new URL(url).port));
  };
  const places = [data, `${data}-backups`, `${data}-restored`];
  const restored = `${data}-restored`;
  return {
    url,
    kill,
    start,
    backup: () => hoso('backup', 'now', '--data', data),
    restore: async () => {
      await hoso('backup', 'restore', '--data', data, '--into', restored);
      await hoso('backup', 'swap', '--data', data, '--from', restored);
    },
    close: async () => {
      await kill();
      for (const place of places) await rm(place, { recursive: true, force: true });
    },
  };
}

/** A command at the centre's console. */
const hoso = async (...args: readonly string[]): Promise<void> => {
  await promisify(execFile)(process.execPath, [main, ...args]);
};
