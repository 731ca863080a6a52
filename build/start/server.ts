// The server as a child process: ready when its first line says so; the rest of what it prints goes to a log.
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { roles } from '../../shared/account/roles.ts';
import { startGroup, type ProcessGroup } from '../process-group.ts';
import { inRoot, serverNodeFlags } from '../setup/paths.mjs';
import { SetupError } from '../setup/setup-error.mjs';

const readyLine = z.object({
  ready: z.literal(true),
  url: z.url(),
  accounts: z
    .array(
      z.object({
        user: z.string(),
        password: z.string(),
        role: z.enum(Object.keys(roles) as (keyof typeof roles)[]),
        unit: z.string(),
      }),
    )
    .default([]),
});

/** What `hoso serve --json` says in its first line. */
export type ServerReady = z.infer<typeof readyLine>;

export type RunningServer = Readonly<{
  ready: ServerReady;
  group: ProcessGroup;
  logFile: string;
  lastOutput: () => string;
}>;

// The first start fills the demonstration's data.
const readyMs = 120_000;
const keptChars = 8_000;

/** @throws SetupError when the server ends or stays silent */
export async function startServer({
  dataDir,
  port,
}: Readonly<{ dataDir: string; port: number }>): Promise<RunningServer> {
  const logFile = `${dataDir}-server.log`;
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'w' });
  const cli = inRoot('sync-server', 'cli', 'main.ts');
  const args = ['serve', '--data', dataDir, '--port', String(port), '--demo', '--json'];
  const group = startGroup(process.execPath, [...serverNodeFlags, cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = group.child;
  if (!stdout || !stderr) throw new Error('the server has no output');

  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-keptChars);
    log.write(chunk);
  };
  stderr.on('data', keep);
  stdout.on('data', keep);
  const lastOutput = (): string => output;

  const first = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: stdout }).once('line', resolve)),
    group.ended.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, readyMs, undefined).unref()),
  ]);
  const ready = readyLine.safeParse(first === undefined ? undefined : parseJson(first));
  if (ready.success) return { ready: ready.data, group, logFile, lastOutput };
  await group.stop();
  throw new SetupError({
    vi: 'Máy chủ không khởi động được.',
    en: 'The server did not start.',
    command: `node_modules/.bin/node sync-server/cli/main.ts serve --data ${dataDir} --port ${port} --demo`,
    output,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
