import { expect, it } from 'vitest';
import type { HosoBridge } from '../../../shared/contract/ipc.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import type { ScanRef } from '../../../shared/scan/scan.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { bridgeScans } from './bridge-scans.ts';

const scan: ScanRef = {
  unit: 'H20.81',
  dossier: 'dossier:01M81EN63WVDHXP3V9DESRDYSE',
  sha256: 'a'.repeat(64),
};

/** @param states what the centre answers about scans */
function scansOn(states: Result<{ readonly present: readonly ScanRef[] }>) {
  const asked: { readonly channel: string; readonly request: unknown }[] = [];
  const sent = { sha256: scan.sha256, bytes: 10, sent: 10, state: 'atCentre', problem: null };
  const bridge = {
    invoke: async (channel: string, request: unknown) => {
      asked.push({ channel, request });
      return done(channel === 'scans.standing' ? { scans: [sent] } : null);
    },
  };
  const client = { post: async () => states };
  return {
    // Of both, only what is called here.
    port: bridgeScans(bridge as unknown as HosoBridge, client as unknown as GatewayClient),
    reopened: () => asked.filter(({ channel }) => channel === 'scans.reopen'),
  };
}

it('believes what it once sent only as long as the centre says so, and sends what was lost again', async () => {
  const kept = scansOn(done({ present: [scan] }));
  expect(await kept.port.states([scan])).toMatchObject([{ place: 'atCentre' }]);
  expect(kept.reopened()).toEqual([]);

  const lost = scansOn(done({ present: [] }));
  expect(await lost.port.states([scan])).toMatchObject([{ place: 'onThisDisk' }]);
  expect(lost.reopened()).toEqual([{ channel: 'scans.reopen', request: { scans: [scan] } }]);
});

it('says what it knows when nobody can be asked', async () => {
  const { port, reopened } = scansOn(failed('SERVER_UNREACHABLE'));
  expect(await port.states([scan])).toMatchObject([{ place: 'atCentre' }]);
  expect(reopened()).toEqual([]);
});

it('offers all that it ever sent again to a restored centre', async () => {
  const { port, reopened } = scansOn(done({ present: [] }));
  expect(await port.reopen()).toEqual(done(null));
  expect(reopened()).toEqual([{ channel: 'scans.reopen', request: { scans: null } }]);
});
