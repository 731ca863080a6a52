/** The requests that a first sync makes, worked out once, so that their answers can be downloaded bare. */
import { pullResponseSchema, streams, type PullRequest } from '../../../shared/contract/sync.ts';
import { ask } from './served.ts';

/** As the desktop's pull desk asks. */
const limit = 500;

export async function pullBodies(url: string, token: string): Promise<readonly string[]> {
  const bodies: string[] = [];
  let asked: PullRequest['streams'] = Object.fromEntries(
    streams.map((stream) => [stream, { cursors: {}, limit }]),
  );
  while (Object.keys(asked).length > 0) {
    const body = JSON.stringify({ streams: asked });
    bodies.push(body);
    const answer = pullResponseSchema.parse(await ask(url, '/api/sync/pull', token, body));
    asked = Object.fromEntries(
      streams.flatMap((stream) => {
        const page = answer.streams[stream];
        return page?.more ? [[stream, { cursors: page.cursors, limit }]] : [];
      }),
    );
  }
  return bodies;
}
