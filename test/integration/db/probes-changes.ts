/** The probes of the change feed, in the order in which CouchDB's answers were recorded. */
import { setTimeout as sleep } from 'node:timers/promises';
import { at, listAt } from './db-client.ts';
import { error } from './probes-basic.ts';
import type { Probe, ProbeContext } from './probes-basic.ts';

const rowCount = (json: unknown) => listAt(json, 'results').length;
const seq = (value: unknown) => encodeURIComponent(String(value));
const ids = (json: unknown) => listAt(json, 'results').map((row) => String(at(row, 'id')));

export const CHANGES_PROBES: readonly Probe[] = [
  [
    '_changes normal',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_changes`);
      const last = at(json, 'last_seq') !== undefined;
      return `${status} n=${rowCount(json)} last_seq=${last} pending=${String(at(json, 'pending'))}`;
    },
  ],
  [
    '_changes limit+since',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_changes?limit=5&include_docs=true`);
      const rest = await ask('GET', `${db}/_changes?limit=100&since=${seq(at(json, 'last_seq'))}`);
      const doc = at(json, 'results', 0, 'doc') !== undefined;
      const counts = `${rowCount(json)}+${rowCount(rest.json)}`;
      return `${status} ${counts} doc=${doc} pending=${String(at(json, 'pending'))}`;
    },
  ],
  [
    '_changes style=all_docs',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_changes?style=all_docs`);
      const most = listAt(json, 'results').map((row) => listAt(row, 'changes').length);
      return `${status} ${Math.max(...most)}`;
    },
  ],
  [
    '_changes descending',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_changes?descending=true&limit=1`);
      return `${status} ${rowCount(json)}`;
    },
  ],
  [
    '_changes since=now',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_changes?since=now`);
      return `${status} ${rowCount(json)}`;
    },
  ],
  [
    '_changes since=garbage',
    async ({ ask, db }) => error(await ask('GET', `${db}/_changes?since=garbage`)),
  ],
  [
    '_changes feed=longpoll',
    async ({ ask, db }) => {
      const newest = await ask('GET', `${db}/_changes?descending=true&limit=1`);
      const since = seq(at(newest.json, 'results', 0, 'seq'));
      const options = `include_docs=true&heartbeat=10000&since=${since}`;
      const waiting = ask('GET', `${db}/_changes?feed=longpoll&${options}`);
      await sleep(400);
      await ask('PUT', `${db}/lp`, { x: 1 });
      // "prompt": an answer well before the heartbeat or the client's own limit.
      const { status, json } = await waiting;
      const rows = listAt(json, 'results').map(
        (row) => `${String(at(row, 'id'))}:${at(row, 'doc') !== undefined}`,
      );
      return `${status} ${rows.join()} prompt`;
    },
  ],
  [
    '_changes longpoll since=now',
    async ({ ask, db }) => {
      const query = 'feed=longpoll&since=now&limit=20&style=all_docs';
      const waiting = ask('GET', `${db}/_changes?${query}`);
      await sleep(400);
      await ask('PUT', `${db}/lpn`, { x: 1 });
      const { status, json } = await waiting;
      return `${status} ${ids(json).join()}`;
    },
  ],
  [
    '_changes longpoll timeout',
    async ({ ask, db }) => {
      const { status, json } = await ask(
        'GET',
        `${db}/_changes?feed=longpoll&since=now&timeout=1000`,
      );
      const last = at(json, 'last_seq') !== undefined;
      return `${status} ${rowCount(json)} ~1s last_seq=${last}`;
    },
  ],
  ['_changes feed=continuous', continuous],
  [
    '_changes filter=_selector',
    async ({ ask, db }) => {
      const body = { selector: { type: 'x' } };
      const { status, json } = await ask('POST', `${db}/_changes?filter=_selector`, body);
      return `${status} ${rowCount(json)}`;
    },
  ],
  [
    '_changes filter=_doc_ids',
    async ({ ask, db }) => {
      const body = { doc_ids: ['b1', 'b2'] };
      const { status, json } = await ask('POST', `${db}/_changes?filter=_doc_ids`, body);
      return `${status} ${rowCount(json)}`;
    },
  ],
];

/** Reads a live feed until it has given a heartbeat and a document written while it was open. */
async function continuous({ ask, db, base }: ProbeContext): Promise<string> {
  const stop = new AbortController();
  const query = 'feed=continuous&since=0&include_docs=true&heartbeat=500';
  const response = await fetch(`${base}${db}/_changes?${query}`, {
    headers: { authorization: `Basic ${btoa('admin:pw')}` },
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(30_000)]),
  });
  let text = '';
  let heartbeat = false;
  let written = false;
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const piece = decoder.decode(chunk, { stream: true });
    // A blank piece before any row is the feed's opening, not its heartbeat.
    heartbeat ||= text.trim() !== '' && piece.trim() === '';
    text += piece;
    if (heartbeat && !written) {
      written = true;
      await ask('PUT', `${db}/cont`, { x: 1 });
    }
    if (text.includes('"cont"')) break;
  }
  stop.abort();
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  const seen = rows.map((row) => at(JSON.parse(row), 'id'));
  return `${response.status} live=${seen.includes('cont')} hb=${heartbeat} n=${seen.length}`;
}
