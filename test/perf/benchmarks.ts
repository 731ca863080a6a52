/** All benchmarks, in the order in which they run. */
import { admission } from './benches/admission.ts';
import { fiftyClients } from './benches/fifty-clients.ts';
import { firstSync } from './benches/first-sync.ts';
import { fsync } from './benches/fsync.ts';
import { journal } from './benches/journal.ts';
import { officePc } from './benches/office.ts';
import { province } from './benches/province.ts';
import { saveThroughIpc } from './benches/save-through-ipc.ts';
import { desktopWindow } from './benches/window.ts';
import type { Benchmark } from './measure/row.ts';

export const benchmarks: readonly Benchmark[] = [
  fsync,
  journal,
  saveThroughIpc,
  admission,
  fiftyClients,
  province,
  firstSync,
  officePc,
  desktopWindow,
];
