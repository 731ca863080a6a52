/** Everything that is new for a PC, as one page of each stream: a stick makes the journey once. */
import type { CourierAnswer, CourierBundle } from '../../shared/courier/bundle.ts';
import {
  streams,
  type Cursors,
  type PulledDocument,
  type PullRequest,
  type PullResponse,
  type StreamName,
} from '../../shared/contract/sync.ts';

export type PullOnce = (request: PullRequest) => Promise<PullResponse['streams']>;

const pageSize = 1000;

export async function pullAll(
  pull: PullOnce,
  cursors: CourierBundle['cursors'],
): Promise<CourierAnswer['streams']> {
  const gathered = new Map<StreamName, { documents: PulledDocument[]; cursors: Cursors }>(
    streams.map((stream) => [stream, { documents: [], cursors: cursors[stream] ?? {} }]),
  );
  let open: readonly StreamName[] = streams;
  while (open.length > 0) {
    const asked = open.map((stream) => {
      const from = gathered.get(stream)?.cursors ?? {};
      return [stream, { cursors: { ...from }, limit: pageSize }] as const;
    });
    const pages = await pull({ streams: Object.fromEntries(asked) });
    for (const stream of open) {
      const page = pages[stream];
      if (!page) continue;
      const documents = gathered.get(stream)?.documents ?? [];
      documents.push(...page.documents);
      gathered.set(stream, { documents, cursors: page.cursors });
    }
    open = open.filter((stream) => pages[stream]?.more === true);
  }
  return Object.fromEntries(gathered);
}
