/**
 * The load generator, a process of its own: clients that take turns pushing ten documents and asking for what
 * is new, each on its unit, all at once. Reads its plan from stdin, writes what it measured to stdout.
 */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { LoadPlan, LoadResult, PlannedRequest } from './plan.ts';

const plan = JSON.parse(await text(process.stdin)) as LoadPlan;
const agent = new Agent({ keepAlive: true, maxSockets: plan.clients.length });

function send(planned: PlannedRequest, body: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${planned.token}`,
      ...(body === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(
      plan.url + planned.path,
      { method: planned.method, agent, headers, timeout: 30_000 },
      (answer) => {
        let received = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (received += chunk));
        answer.on('end', () =>
          (answer.statusCode ?? 500) < 300
            ? resolve(received)
            : reject(new Error(`${planned.path}: ${answer.statusCode} ${received.slice(0, 300)}`)),
        );
        answer.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${planned.path}: no answer in 30 s`)));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** `@since` stands for the cursor of the last answer, `@cursors` for the cursors of a pull. */
interface Standing {
  since: string;
  streams: Readonly<Record<string, { readonly cursors: object; readonly limit: number }>>;
}

const pulled = (answer: string): Standing['streams'] => {
  const { streams } = JSON.parse(answer) as {
    readonly streams: Readonly<Record<string, { readonly cursors: object }>>;
  };
  return Object.fromEntries(
    Object.entries(streams).map(([name, { cursors }]) => [name, { cursors, limit: 500 }]),
  );
};

async function run(requests: readonly PlannedRequest[]): Promise<number[]> {
  const first = { cursors: {}, limit: 500 };
  const at: Standing = {
    since: '0',
    streams: { unit: first, dossier: first, change: first, approval: first },
  };
  const taken: number[] = [];
  for (const planned of requests) {
    const pulls = planned.kind === 'pull';
    const body = pulls ? JSON.stringify({ streams: at.streams }) : planned.body;
    const path = planned.path.replace('@since', encodeURIComponent(at.since));
    const startedMs = performance.now();
    const answer = await send({ ...planned, path }, body);
    taken.push(performance.now() - startedMs);
    if (pulls) at.streams = pulled(answer);
    if (planned.kind === 'changes')
      at.since = String((JSON.parse(answer) as { last_seq: unknown }).last_seq);
    if (planned.kind === 'push' && /"outcome":"(refused|conflict)"/.test(answer))
      throw new Error(`not admitted: ${answer.slice(0, 400)}`);
  }
  return taken;
}

const startedMs = performance.now();
const taken = await Promise.all(plan.clients.map(run));
const seconds = (performance.now() - startedMs) / 1000;
agent.destroy();
process.stdout.write(JSON.stringify({ seconds, taken: taken.flat() } satisfies LoadResult));
