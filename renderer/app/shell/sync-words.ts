/** The sync state in words. Pure, so that every state can be tested to say something true. */
import type { TFunction } from 'i18next';
import type { DataPort, SyncState } from '../../data/port/data-port.ts';
import { formatClock } from '../../ui/instants.ts';

export type SyncTone = 'settled' | 'busy' | 'offline' | 'attention';

export interface SyncWords {
  readonly tone: SyncTone;
  readonly text: string;
}

function settledText(t: TFunction, state: SyncState, place: DataPort['place']): string {
  const time = state.lastContactUtc === null ? null : formatClock(state.lastContactUtc);
  if (place === 'remote') return time ? t('sync.onlineAt', { time }) : t('sync.online');
  return time ? t('sync.syncedAt', { time }) : t('sync.synced');
}

function offlineText(t: TFunction, waiting: number, place: DataPort['place']): string {
  if (place === 'remote') return t('sync.offlineRemote');
  return waiting > 0 ? t('sync.offlineWaiting', { count: waiting }) : t('sync.offline');
}

const vietnameseCount = new Intl.NumberFormat('vi-VN');
/** `1.250` */
export const formatCount = (count: number): string => vietnameseCount.format(count);

/** A count of nothing would read as if nothing came. */
function pullingText(t: TFunction, { received, progress }: SyncState): string {
  if (progress) {
    const { done, of } = progress;
    return t('sync.progress', { done: formatCount(done), of: formatCount(of) });
  }
  return received > 0 ? t('sync.pulling', { count: received }) : t('sync.pullingFirst');
}

const waitingKeys = {
  portal: ['sync.portal', 'sync.portalWaiting'],
  centreTrouble: ['sync.centreTrouble', 'sync.centreTroubleWaiting'],
  paused: ['sync.paused', 'sync.pausedWaiting'],
  signInNeeded: ['sync.signInNeeded', 'sync.signInNeededWaiting'],
} as const;

/** What is wrong, and never without what waits because of it. */
function waitingText(t: TFunction, phase: keyof typeof waitingKeys, count: number): string {
  const [nothing, something] = waitingKeys[phase];
  return count > 0 ? t(something, { count }) : t(nothing);
}

/** By how much a clock is wrong, in the largest unit that says it. */
export function formatClockError(t: TFunction, errorMs: number): string {
  const minutes = Math.round(Math.abs(errorMs) / 60_000);
  if (minutes < 120) return t('sync.byMinutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? t('sync.byHours', { count: hours })
    : t('sync.byDays', { count: Math.round(hours / 24) });
}

export function syncWords(t: TFunction, state: SyncState, place: DataPort['place']): SyncWords {
  const count = state.waiting;
  switch (state.phase) {
    case 'offline':
      return { tone: 'offline', text: offlineText(t, count, place) };
    case 'connecting':
      return { tone: 'busy', text: t('sync.connecting') };
    case 'pulling':
      return { tone: 'busy', text: pullingText(t, state) };
    case 'pushing':
      return { tone: 'busy', text: t('sync.pushing', { count }) };
    case 'live':
      return count > 0
        ? { tone: 'busy', text: t('sync.pushing', { count }) }
        : { tone: 'settled', text: settledText(t, state, place) };
    case 'portal':
    case 'centreTrouble':
    case 'signInNeeded':
      return { tone: 'attention', text: waitingText(t, state.phase, count) };
    case 'paused':
      return { tone: 'offline', text: waitingText(t, state.phase, count) };
    case 'error':
      return { tone: 'attention', text: t('sync.error', { count }) };
  }
}
