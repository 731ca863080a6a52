/** The desktop's scans: the main process keeps and sends them; what it does not know of is asked at the centre. */
import type { HosoBridge } from '../../../shared/contract/ipc.ts';
import type { ScanStanding } from '../../../shared/contract/scan-ipc.ts';
import { scanStatesResponseSchema } from '../../../shared/contract/scans.ts';
import { done } from '../../../shared/errors/index.ts';
import { scanKey, type ScanRef } from '../../../shared/scan/scan.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { ScanPort, ScanState, UnsentScan } from '../port/scan-port.ts';

const at = (place: ScanState['place']): ScanState => ({ place, percent: null, problem: null });

function stateOf({ state, sent, bytes, problem }: ScanStanding): ScanState {
  switch (state) {
    case 'added':
    case 'waiting':
      return at('onThisDisk');
    case 'sending':
      return { place: 'sending', percent: Math.floor((100 * sent) / bytes), problem: null };
    case 'atCentre':
      return at('atCentre');
    case 'refused':
      return { place: 'refused', percent: null, problem };
  }
}

function unsentOf(standing: ScanStanding): readonly UnsentScan[] {
  const { sha256, name, mediaType, bytes, addedAtUtc, places } = standing;
  if (standing.state === 'atCentre') return [];
  const one = { scan: { sha256, name, mediaType, bytes }, addedAtUtc, state: stateOf(standing) };
  return standing.state === 'added' ? [{ ...one, to: null }] : places.map((to) => ({ ...one, to }));
}

async function knownAtCentre(
  client: GatewayClient,
  scans: readonly ScanRef[],
): Promise<ReadonlySet<string> | null> {
  const answer = await client.post('/api/scans/states', { scans }, scanStatesResponseSchema);
  return answer.ok ? new Set(answer.value.present.map(scanKey)) : null;
}

/** Evidence carries more than the channel takes. */
const bareRef = ({ unit, dossier, sha256 }: ScanRef): ScanRef => ({ unit, dossier, sha256 });

export function bridgeScans(bridge: HosoBridge, client: GatewayClient): ScanPort {
  const standing = async (): Promise<readonly ScanStanding[]> => {
    const answer = await bridge.invoke('scans.standing', undefined);
    return answer.ok ? answer.value.scans : [];
  };
  return {
    add: (name, bytes) => bridge.invoke('scans.add', { name, bytes }),
    remove: async (sha256) => {
      await bridge.invoke('scans.remove', { sha256 });
    },
    send: (scans) =>
      scans.length === 0
        ? Promise.resolve(done(null))
        : bridge.invoke('scans.send', { scans: [...scans] }),
    reopen: () => bridge.invoke('scans.reopen', { scans: null }),
    states: async (scans) => {
      const sent = (await standing()).filter(({ state }) => state !== 'added');
      const here = new Map(sent.map((one) => [one.sha256, one]));
      const isOpen = ({ sha256 }: ScanRef) =>
        (here.get(sha256)?.state ?? 'atCentre') !== 'atCentre';
      // What this PC once sent is asked for, too: the centre may have lost it since.
      const asked = scans.filter((scan) => !isOpen(scan));
      const known = asked.length === 0 ? new Set<string>() : await knownAtCentre(client, asked);
      const isGone = (scan: ScanRef) => known !== null && !known.has(scanKey(scan));
      const gone = asked.filter((scan) => here.has(scan.sha256) && isGone(scan));
      if (gone.length > 0) await bridge.invoke('scans.reopen', { scans: gone.map(bareRef) });
      return scans.map((scan) => {
        const mine = here.get(scan.sha256);
        if (mine) return gone.includes(scan) ? at('onThisDisk') : stateOf(mine);
        return at(known === null ? 'unknown' : isGone(scan) ? 'notHere' : 'atCentre');
      });
    },
    read: async (scan) => {
      const { unit, dossier, sha256 } = scan;
      const answer = await bridge.invoke('scans.read', { scan: { unit, dossier, sha256 } });
      return answer.ok ? done(answer.value.bytes) : answer;
    },
    unsent: async () =>
      (await standing()).flatMap(unsentOf).sort((a, b) => (a.addedAtUtc < b.addedAtUtc ? -1 : 1)),
  };
}
