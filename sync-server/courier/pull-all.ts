/**
 * Everything that is new for a PC, as one page of each stream: a stick makes the journey once. Bounded, as what a
 * server gathers for one caller must be: the cursors say how far an answer comes, `more` that it is not all, and the
 * next bundle goes on there.
 */
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
/** Of one answer, as JSON: a whole unit's records. It lies far below what the file may hold. */
const mostCharacters = 64 * 1024 * 1024;

export async function pullAll(
  pull: PullOnce,
  cursors: CourierBundle['cursors'],
  most = mostCharacters,
): Promise<Pick<CourierAnswer, 'streams' | 'more'>> {
  const gathered = new Map<StreamName, { documents: PulledDocument[]; cursors: Cursors }>(
    streams.map((stream) => [stream, { documents: [], cursors: cursors[stream] ?? {} }]),
  );
  let open: readonly StreamName[] = streams;
  let gatheredCharacters = 0;
  while (open.length > 0 && gatheredCharacters < most) {
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
      gatheredCharacters += JSON.stringify(page.documents).length;
      gathered.set(stream, { documents, cursors: page.cursors });
    }
    open = open.filter((stream) => pages[stream]?.more === true);
  }
  return { streams: Object.fromEntries(gathered), more: open.length > 0 };
}
