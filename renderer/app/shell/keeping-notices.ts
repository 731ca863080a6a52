/** Which notices the state of this PC's disk calls for. Pure. */
import type { KeepingState } from '../../data/port/data-port.ts';

export interface KeepingNotice {
  readonly text: 'keeping.low' | 'keeping.full' | 'keeping.rebuilding' | 'keeping.unreadable';
  readonly tone: 'info' | 'warning' | 'error';
  readonly values: { readonly megabytes: number; readonly count: number };
}

export function keepingNotices(state: KeepingState): readonly KeepingNotice[] {
  const megabytes = Math.floor((state.freeBytes ?? 0) / 1_000_000);
  const values = { megabytes, count: state.unreadable };
  const notices: KeepingNotice[] = [];
  if (state.room === 'full') {
    notices.push({ text: 'keeping.full', tone: 'error', values });
  }
  if (state.room === 'low') {
    notices.push({ text: 'keeping.low', tone: 'warning', values });
  }
  if (state.rebuilding) notices.push({ text: 'keeping.rebuilding', tone: 'info', values });
  if (state.unreadable > 0) {
    notices.push({ text: 'keeping.unreadable', tone: 'error', values });
  }
  return notices;
}
