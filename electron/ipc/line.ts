/** What the page cannot see of a line that gives nothing. */
import { done } from '../../shared/errors/index.ts';
import { lookAtLine } from '../line/look-at-line.ts';
import type { Fetch } from '../session/centre-request.ts';
import type { Handlers } from './dispatch.ts';

export const lineHandlers = (
  fetch: Fetch,
  serverOrigin: () => string | null,
): Pick<Handlers, 'line.look'> => ({
  'line.look': async () => done({ problem: await lookAtLine(fetch, serverOrigin()) }),
});
