/** `/db` answers as Apache CouchDB 3.5 answered the same probes, but for what is listed as left out. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dbClient } from './db-client.ts';
import { LEFT_OUT } from './left-out.ts';
import { BASIC_PROBES } from './probes-basic.ts';
import type { ProbeContext } from './probes-basic.ts';
import { CHANGES_PROBES } from './probes-changes.ts';
import { OTHER_PROBES } from './probes-rest.ts';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

interface Recorded {
  readonly server: string;
  readonly answers: Readonly<Record<string, string | number>>;
}

const fixture = new URL('../../fixtures/couchdb-3.5-answers.json', import.meta.url);
// The recording script wrote this file; the first test below holds it to its shape.
const recorded = JSON.parse(readFileSync(fixture, 'utf8')) as Recorded;
const probes = [...BASIC_PROBES, ...CHANGES_PROBES, ...OTHER_PROBES];
const leftOut = new Map(LEFT_OUT.map(({ probe, reason }) => [probe, reason]));

describe('conformance with Apache CouchDB 3.5', () => {
  let served: ServedDb;
  let context: ProbeContext;

  beforeAll(async () => {
    served = await serveDb();
    const db = `/conf${Math.random().toString(36).slice(2, 8)}`;
    context = { ask: dbClient(served.url), db, base: served.url, memory: new Map() };
  }, 60_000);
  afterAll(async () => served.stop(), 60_000);

  it('puts exactly the probes whose answers were recorded', () => {
    expect(probes.map(([name]) => name).sort()).toEqual(Object.keys(recorded.answers).sort());
  });

  it('lists only recorded probes as left out, each with a reason', () => {
    for (const { probe, reason } of LEFT_OUT) {
      expect(Object.keys(recorded.answers)).toContain(probe);
      expect(reason).not.toBe('');
    }
  });

  for (const [name, run] of probes) {
    const reason = leftOut.get(name);
    it(
      reason === undefined ? name : `${name} (left out: ${reason})`,
      { timeout: 60_000 },
      async () => {
        const ours = String(await run(context));
        const theirs = String(recorded.answers[name]);
        if (reason === undefined) expect(ours).toBe(theirs);
        else expect(ours, 'now equal: strike it from the table').not.toBe(theirs);
      },
    );
  }
});
