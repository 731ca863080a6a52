/** Scans in memory, for screenshots: what was added can be looked at; every third one is still on its way. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed } from '../../shared/errors/index.ts';
import { scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import { checkScan } from '../../shared/scan/media-type.ts';
import type { DataPort } from '../../renderer/data/port/data-port.ts';
import type { ScanPort, ScanState, UnsentScan } from '../../renderer/data/port/scan-port.ts';

const local: readonly ScanState[] = [
  { place: 'atCentre', percent: null, problem: null },
  { place: 'sending', percent: 40, problem: null },
  { place: 'onThisDisk', percent: null, problem: null },
];
const remote: readonly ScanState[] = [
  { place: 'atCentre', percent: null, problem: null },
  { place: 'notHere', percent: null, problem: null },
];

/** @param unsent what only this PC has */
export function fakeScans(place: DataPort['place'], unsent: readonly UnsentScan[] = []): ScanPort {
  const added = new Map<string, Uint8Array<ArrayBuffer>>();
  const states = place === 'local' ? local : remote;
  return {
    add: async (name, bytes) => {
      const type = checkScan(
        { name, bytes },
        scanLimitOn(civilDateInVietnam('2026-11-22T00:00:00Z')),
      );
      if (!type.ok) return type;
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      added.set(sha256, bytes);
      return done({ sha256, name, mediaType: type.value, bytes: bytes.length });
    },
    remove: async (sha256) => void added.delete(sha256),
    send: async () => done(null),
    reopen: async () => done(null),
    states: async (scans) => scans.flatMap((_, at) => states[at % states.length] ?? []),
    read: async ({ sha256 }) => {
      const bytes = added.get(sha256);
      return bytes ? done(bytes) : failed('SCAN_NOT_AT_CENTRE');
    },
    unsent: async () => unsent,
  };
}
