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

/** A count of nothing would read as if nothing came. */
const pullingText = (t: TFunction, received: number): string =>
  received > 0 ? t('sync.pulling', { count: received }) : t('sync.pullingFirst');

export function syncWords(t: TFunction, state: SyncState, place: DataPort['place']): SyncWords {
  const count = state.waiting;
  switch (state.phase) {
    case 'offline':
      return { tone: 'offline', text: offlineText(t, count, place) };
    case 'connecting':
      return { tone: 'busy', text: t('sync.connecting') };
    case 'pulling':
      return { tone: 'busy', text: pullingText(t, state.received) };
    case 'pushing':
      return { tone: 'busy', text: t('sync.pushing', { count }) };
    case 'live':
      return count > 0
        ? { tone: 'busy', text: t('sync.pushing', { count }) }
        : { tone: 'settled', text: settledText(t, state, place) };
    case 'signInNeeded':
      return {
        tone: 'attention',
        text: count > 0 ? t('sync.signInNeededWaiting', { count }) : t('sync.signInNeeded'),
      };
    case 'error':
      return { tone: 'attention', text: t('sync.error', { count }) };
  }
}
