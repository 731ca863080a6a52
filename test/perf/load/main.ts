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
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        // As Latin-1: only ASCII is looked for in it, and decoding is not what is measured.
        answer.on('end', () => {
          const received = Buffer.concat(chunks).toString('latin1');
          if ((answer.statusCode ?? 500) < 300) resolve(received);
          else reject(new Error(`${planned.path}: ${answer.statusCode} ${received.slice(0, 300)}`));
        });
        answer.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${planned.path}: no answer in 30 s`)));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Where a client stands: the cursors of its last pull, the sequence of its last feed. */
interface Standing {
  streams: string;
  since: string;
}

const streams = ['unit', 'dossier', 'change', 'approval'];
const asked = (cursors: readonly string[]): string =>
  JSON.stringify({
    streams: Object.fromEntries(
      streams.map((name, at) => [
        name,
        { cursors: JSON.parse(cursors[at] ?? '{}') as unknown, limit: 500 },
      ]),
    ),
  });

/** Found in the text: to parse sixty kilobytes for a few numbers would cost more than the request. */
function note(standing: Standing, planned: PlannedRequest, answer: string): void {
  if (planned.kind === 'pull')
    standing.streams = asked(
      [...answer.matchAll(/"cursors":(\{[^}]*\})/g)].map((found) => found[1] ?? ''),
    );
  if (planned.kind === 'changes')
    standing.since = /"last_seq":"?([^",]+)/.exec(answer.slice(-300))?.[1] ?? '0';
  if (planned.kind === 'push' && /"outcome":"(refused|conflict)"/.test(answer))
    throw new Error(`not admitted: ${answer.slice(0, 400)}`);
}

async function turn(standing: Standing, planned: PlannedRequest): Promise<number> {
  const body = planned.kind === 'pull' ? standing.streams : planned.body;
  const path = planned.path.replace('@since', encodeURIComponent(standing.since));
  const startedMs = performance.now();
  const answer = await send({ ...planned, path }, body);
  const tookMs = performance.now() - startedMs;
  note(standing, planned, answer);
  return tookMs;
}

const isRead = ({ kind }: PlannedRequest): boolean => kind === 'pull' || kind === 'changes';

/** Each client first reads what is there; that is not measured. */
const standings = await Promise.all(
  plan.clients.map(async (requests): Promise<Standing> => {
    const standing = { streams: asked([]), since: '0' };
    const read = requests.find(isRead);
    if (read) await turn(standing, read);
    return standing;
  }),
);

async function run(requests: readonly PlannedRequest[], client: number): Promise<number[]> {
  const standing = standings[client] ?? { streams: asked([]), since: '0' };
  const taken: number[] = [];
  for (const planned of requests) taken.push(await turn(standing, planned));
  return taken;
}

const startedMs = performance.now();
const taken = await Promise.all(plan.clients.map(run));
const seconds = (performance.now() - startedMs) / 1000;
const own = process.cpuUsage();
agent.destroy();
process.stdout.write(
  JSON.stringify({
    seconds,
    taken: taken.flat(),
    processorMs: (own.user + own.system) / 1000,
  } satisfies LoadResult),
);
