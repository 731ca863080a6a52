/** Starts, kills, copies and restores the centre of a fuzz run. */
import { fork, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Grant } from '../../../shared/account/roles.ts';
import type { CentreStart, Order, OrderAnswer, Place } from './orders.ts';

const program = resolve(import.meta.dirname, 'main.ts');

export interface Centre {
  readonly url: string;
  place(number: number): Promise<Place>;
  grant(user: string, grants: readonly Grant[]): Promise<void>;
  addUnit(code: string, parent: string): Promise<void>;
  /** As by a power cut, and on again. */
  killAndStart(): Promise<void>;
  /** A copy of the data as they are; the centre is killed for it. */
  copyData(): Promise<void>;
  /** Puts the copy in the place of the data, under another epoch. False when there is no copy. */
  restoreCopy(): Promise<boolean>;
  forgetCopy(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  ask(order: Order): Promise<unknown>;
}

async function launch(start: CentreStart): Promise<Running> {
  const child = fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  const url = await new Promise<string>((ready, failed) => {
    child.once('exit', (code) => {
      const gone = new Error(`the centre ended (${String(code)}): ${errors}`);
      failed(gone);
      for (const call of pending.values()) call.reject(gone);
    });
    child.on('message', (answer: OrderAnswer) => {
      if ('ready' in answer) return ready(answer.ready);
      const call = pending.get(answer.id);
      pending.delete(answer.id);
      if ('error' in answer) call?.reject(new Error(answer.error));
      else call?.resolve(answer.value);
    });
    child.send(start);
  });
  return {
    child,
    url,
    ask: (order) =>
      new Promise((resolveCall, reject) => {
        next += 1;
        pending.set(next, { resolve: resolveCall, reject });
        child.send({ id: next, order });
      }),
  };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

export async function openCentre(
  trust: Pick<CentreStart, 'caPem' | 'certificatePem'>,
): Promise<Centre> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoso-fuzz-'));
  const copy = `${dataDir}-copy`;
  let hasCopy = false;
  let running = await launch({ ...trust, dataDir, port: 0, restored: false });
  const { url } = running;
  const port = Number(new URL(url).port);
  const kill = async () => {
    running.child.kill('SIGKILL');
    await ended(running.child);
  };
  const start = async (restored: boolean) => {
    running = await launch({ ...trust, dataDir, port, restored });
  };
  const forgetCopy = async () => {
    hasCopy = false;
    await rm(copy, { recursive: true, force: true });
  };
  return {
    url,
    // The centre's answer to this order; a process's messages carry no types.
    place: async (number) => (await running.ask({ does: 'place', number })) as Place,
    grant: async (user, grants) => {
      await running.ask({ does: 'grant', user, grants });
    },
    addUnit: async (code, parent) => {
      await running.ask({ does: 'addUnit', code, parent });
    },
    killAndStart: async () => {
      await kill();
      await start(false);
    },
    copyData: async () => {
      await kill();
      await forgetCopy();
      await cp(dataDir, copy, { recursive: true });
      hasCopy = true;
      await start(false);
    },
    restoreCopy: async () => {
      if (!hasCopy) return false;
      await kill();
      await rm(dataDir, { recursive: true, force: true });
      await cp(copy, dataDir, { recursive: true });
      for (const suffix of ['', '-wal', '-shm'])
        await rm(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
      await start(true);
      return true;
    },
    forgetCopy,
    close: async () => {
      await kill();
      await forgetCopy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
