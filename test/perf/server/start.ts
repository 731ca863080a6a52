/** Starts a server process and waits for its first line; reads what the kernel knows of it. */
import { readFile, readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { startGroup } from '../../../build/process-group.ts';
import { inRoot, serverNodeFlags } from '../../../build/setup/paths.mjs';

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the line that says it is ready. */
  readonly readyMs: number;
  memory(): Promise<number>;
  handles(): Promise<number>;
  /** Processor time so far, of all threads: says what work costs where the clock says how busy the machine is. */
  processorMs(): Promise<number>;
  stop(): Promise<void>;
}

const longestMs = 60_000;
/** The kernel counts processor time in hundredths of a second. */
const tickMs = 10;

export const startBenchServer = (dataDir: string, page?: string): Promise<Server> =>
  start([inRoot('test/perf/server/main.ts'), dataDir, ...(page === undefined ? [] : [page])]);

/** The product's own command. */
export const startProductServer = (dataDir: string): Promise<Server> =>
  start([inRoot('sync-server/cli/main.ts'), 'serve', '--data', dataDir, '--port', '0', '--json']);

async function start(args: readonly string[]): Promise<Server> {
  const startedMs = performance.now();
  const group = startGroup(process.execPath, [...serverNodeFlags, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr, pid } = group.child;
  if (!stdout || !stderr || pid === undefined) throw new Error('the server has no output');
  let errors = '';
  stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const first = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: stdout }).once('line', resolve)),
    group.ended.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, longestMs, undefined).unref()),
  ]);
  if (first === undefined) {
    await group.stop();
    throw new Error(`the server did not start: ${errors}`);
  }
  const { url } = JSON.parse(first) as { readonly url: string };
  return {
    url,
    pid,
    readyMs: performance.now() - startedMs,
    memory: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    handles: async () => (await readdir(`/proc/${pid}/fd`)).length,
    processorMs: async () => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // After the name in brackets: utime and stime are the 12th and 13th.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) * tickMs;
    },
    stop: () => group.stop(15_000),
  };
}
