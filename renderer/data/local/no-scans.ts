/** Where nobody keeps scans: a worker or a bare page over the same store. None can be added there, so none is to be sent. */
import { done, failed } from '../../../shared/errors/index.ts';
import type { ScanPort } from '../port/scan-port.ts';

export const noScans: ScanPort = {
  add: () => Promise.resolve(failed('NOT_FOUND')),
  remove: () => Promise.resolve(),
  send: () => Promise.resolve(done(null)),
  reopen: () => Promise.resolve(done(null)),
  states: (scans) =>
    Promise.resolve(scans.map(() => ({ place: 'unknown', percent: null, problem: null }) as const)),
  read: () => Promise.resolve(failed('SCAN_NOT_AT_CENTRE')),
  unsent: () => Promise.resolve([]),
};
