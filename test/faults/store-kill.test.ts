/** What was acknowledged survives the sudden death of the server, six times over. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFault } from './report/fault-record.ts';

const WRITERS = 8;
const ROUNDS = 6;
const ROUND_MS = 800;
const BATCH = 5;

interface Row {
  readonly id: string;
  readonly rev: string;
}

const running = new Set<ChildProcess>();

async function start(file: string): Promise<{ child: ChildProcess; url: string }> {
  const script = new URL('store-kill.server.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.on('exit', () => running.delete(child));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** Pushes batch after batch until the server is gone; keeps what was acknowledged. */
async function push(url: string, writer: string, acknowledged: Map<string, Row[]>): Promise<void> {
  const database = `unit-${writer}`;
  for (let batch = 0; ; batch += 1) {
    const docs = Array.from({ length: BATCH }, (_, n) => ({
      _id: `${Date.now()}-${batch}-${n}`,
      text: 'ă'.repeat(300),
    }));
    try {
      // The answer came whole, or it does not count.
      const rows = (await post(`${url}/${database}/_bulk_docs`, { docs })) as Row[];
      acknowledged.get(database)?.push(...rows);
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return;
      throw error;
    }
  }
}

async function missingFrom(url: string, acknowledged: Map<string, Row[]>): Promise<Row[]> {
  const missing: Row[] = [];
  for (const [database, rows] of acknowledged) {
    const keys = rows.map((row) => row.id);
    const found = (await post(`${url}/${database}/_all_docs`, { keys, include_docs: true })) as {
      rows: { value?: { rev: string }; doc?: { text: string } }[];
    };
    rows.forEach((row, index) => {
      const held = found.rows[index];
      const whole = held?.value?.rev === row.rev && held.doc?.text === 'ă'.repeat(300);
      if (!whole) missing.push(row);
    });
  }
  return missing;
}

describe('a server killed in the middle of pushes', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-kill-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('has every acknowledged document after each restart', { timeout: 240_000 }, async () => {
    const file = join(folder, 'store.sqlite');
    const names = Array.from({ length: WRITERS }, (_, n) => String(n));
    const acknowledged = new Map<string, Row[]>(names.map((name) => [`unit-${name}`, []]));
    let { child, url } = await start(file);
    for (const database of acknowledged.keys())
      await fetch(`${url}/${database}`, { method: 'PUT' });
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = [...acknowledged.values()].flat().length;
      const pushing = names.map((name) => push(url, name, acknowledged));
      await sleep(ROUND_MS);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await Promise.all([ended, ...pushing]);
      ({ child, url } = await start(file));
      expect([...acknowledged.values()].flat().length).toBeGreaterThan(before);
      expect(await missingFrom(url, acknowledged)).toEqual([]);
    }
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    recordFault({
      area: 'store',
      fault: 'dies in the middle of /db writes',
      where: `SIGKILL of a server over the embedded store under ${WRITERS} writers`,
      runs: ROUNDS,
      acknowledged: [...acknowledged.values()].flat().length,
      lost: 0,
      outcome: 'starts again with every document that it had answered for, whole',
    });
  });
});
