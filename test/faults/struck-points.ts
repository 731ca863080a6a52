/** Which fault points the tests have a program die at, by the test that does; `struck-points.test.ts` finds the others. */
import { faultPointNames } from '../../shared/contract/fault-points.ts';
import { faultPoints } from '../../sync-server/fault-points.ts';

type ClientPoint = (typeof faultPointNames)[number];
type ServerPoint = (typeof faultPoints)[number];

const ofClient = (...starts: readonly string[]): readonly ClientPoint[] =>
  faultPointNames.filter((name) => starts.some((start) => name.startsWith(`${start}.`)));
const ofServer = (...starts: readonly string[]): readonly ServerPoint[] =>
  faultPoints.filter((name) => starts.some((start) => name.startsWith(`${start}.`)));

export const clientStruck = {
  /** client-journal.test.ts: a process that does nothing but write a journal. */
  journal: ofClient('journal'),
  /** client-window.test.ts: what a page does; the journal's own steps are tried by the other. */
  window: ofClient('work', 'mirror'),
  /** test/integration/client/courier.test.ts: an office ends there, and reads the answer again. */
  courier: ofClient('courier'),
  /** test/integration/client/restored-twice.test.ts: an office ends there, and the centre is put back again. */
  restored: ofClient('held', 'recovery'),
} as const;

export const serverStruck = {
  /** server-points.test.ts */
  work: ofServer('store', 'intake', 'approval'),
  /** scans.test.ts */
  scan: ofServer('blob'),
  /** backup-points.test.ts */
  take: ofServer('backup', 'blob'),
  restore: ofServer('restore'),
  swap: ofServer('swap'),
} as const;
