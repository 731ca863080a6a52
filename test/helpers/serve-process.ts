/** `hoso serve` as a process of its own: ready when its first line says so. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const main = resolve(import.meta.dirname, '..', '..', 'sync-server', 'cli', 'main.ts');
const readySchema = z.object({
  ready: z.literal(true),
  url: z.string(),
  accounts: z.array(z.object({ user: z.string(), password: z.string() })).optional(),
});

export interface ServeProcess {
  readonly url: string;
  readonly ready: z.infer<typeof readySchema>;
  readonly child: ChildProcess;
  /** Resolves with exit code and signal. */
  stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<readonly [number | null, string | null]>;
  readonly output: () => { readonly stdout: readonly string[]; readonly stderr: string };
}

export async function startServeProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServeProcess> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const stdout: string[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const first = new Promise<string>((found) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (stdout.push(line) === 1) found(line);
    });
  });
  const line = await Promise.race([first, exited.then(() => null)]);
  if (line === null) throw new Error(`serve ended: ${stderr}`);
  const ready = readySchema.parse(JSON.parse(line));
  return {
    url: ready.url,
    ready,
    child,
    stop(signal) {
      child.kill(signal);
      return exited;
    },
    output: () => ({ stdout, stderr }),
  };
}
