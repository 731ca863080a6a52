/** The port's questions as queries. Keys start with their topic, so that a topic's news refreshes them. */
import {
  keepPreviousData,
  QueryClient,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { ApprovalEvidence, DossierSummary, UnitSummary } from '../../shared/contract/http.ts';
import type { Receipt } from '../../shared/change/receipt.ts';
import type {
  AtRiskItem,
  ChangeQuery,
  DataPort,
  Delivery,
  DossierQuery,
  DossierView,
  RefusedItem,
  Topic,
} from '../data/port/data-port.ts';
import type { CourierStanding, OfficeCourier } from '../data/port/courier.ts';
import { scanKey, type ScanRef } from '../../shared/scan/scan.ts';
import {
  willBeSent,
  type ScanPlace,
  type ScanState,
  type UnsentScan,
} from '../data/port/scan-port.ts';
import { usePort } from './session-context.ts';

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // "always": without a line the local adapter still answers, and the remote one fails with a problem.
      queries: { networkMode: 'always', staleTime: 15_000, retry: 1, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Which queries a topic's news makes old. A dossier's view holds its changes and approvals. */
const stale: Readonly<Record<Topic, readonly string[]>> = {
  units: ['units'],
  catalogues: ['catalogues', 'dossiers', 'changes'],
  dossiers: ['dossiers', 'units'],
  changes: ['changes', 'delivery', 'receipt', 'atRisk', 'courier', 'dossiers', 'units'],
  approvals: ['approvals', 'evidence', 'atRisk', 'dossiers', 'units'],
  refused: ['refused', 'delivery', 'receipt', 'atRisk'],
};

/** Refreshes what is on screen when the port has news. */
export function usePortNews(client: QueryClient, port: DataPort): void {
  useEffect(
    () =>
      port.subscribe((topics) => {
        const keys = new Set([...topics].flatMap((topic) => stale[topic]));
        for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
      }),
    [client, port],
  );
}

/** How often the way of a scan is looked at while it moves. */
const scanPaceMs = 2_000;
const moving: readonly ScanPlace[] = ['onThisDisk', 'sending', 'notHere'];

/** In the order of the scans; refreshed while any of them is on its way. */
export function useScanStates(scans: readonly ScanRef[]): UseQueryResult<readonly ScanState[]> {
  const port = usePort();
  return useQuery({
    queryKey: ['changes', 'scans', scans.map(scanKey)],
    queryFn: () => port.scans.states(scans),
    enabled: scans.length > 0,
    refetchInterval: ({ state }) =>
      state.data?.some(({ place }) => moving.includes(place)) ? scanPaceMs : false,
  });
}

const noScans: readonly UnsentScan[] = [];

/** Scans that only this PC has. */
export function useUnsentScans(): readonly UnsentScan[] {
  const port = usePort();
  const { data } = useQuery({
    queryKey: ['scans', 'unsent'],
    queryFn: () => port.scans.unsent(),
    refetchInterval: 5_000,
  });
  return data ?? noScans;
}

/** How many of them will be sent by themselves. */
export const useWaitingScans = (): number => useUnsentScans().filter(willBeSent).length;

export function useUnits(): UseQueryResult<readonly UnitSummary[]> {
  const port = usePort();
  return useQuery({ queryKey: ['units'], queryFn: () => port.units() });
}

export function useDossiers(
  query: DossierQuery,
): UseQueryResult<{ readonly total: number; readonly rows: readonly DossierSummary[] }> {
  const port = usePort();
  return useQuery({
    queryKey: ['dossiers', 'list', query],
    queryFn: () => port.dossiers(query),
    placeholderData: keepPreviousData,
  });
}

export function useDossier(id: string | undefined): UseQueryResult<DossierView | null> {
  const port = usePort();
  return useQuery({
    queryKey: ['dossiers', 'one', id],
    queryFn: () => (id === undefined ? null : port.dossier(id)),
    enabled: id !== undefined,
  });
}

export function useChanges(query: ChangeQuery): UseQueryResult<readonly Change[]> {
  const port = usePort();
  return useQuery({ queryKey: ['changes', query], queryFn: () => port.changes(query) });
}

export function useDelivery(ids: readonly string[]): ReadonlyMap<string, Delivery> | undefined {
  const port = usePort();
  return useQuery({
    queryKey: ['delivery', ids],
    queryFn: () => port.delivery(ids),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  }).data;
}

export function useReceipt(id: string): Receipt | null | undefined {
  const port = usePort();
  return useQuery({ queryKey: ['receipt', id], queryFn: () => port.receipt(id) }).data;
}

export function useAtRisk(): UseQueryResult<readonly AtRiskItem[]> {
  const port = usePort();
  return useQuery({ queryKey: ['atRisk'], queryFn: () => port.atRisk() });
}

/** Bundles on a stick. Pulls change what they say without news of the port, so it is looked at anew each time. */
export function useCourier(courier: OfficeCourier): UseQueryResult<CourierStanding> {
  return useQuery({
    queryKey: ['courier'],
    queryFn: () => courier.standing(),
    staleTime: 0,
    refetchInterval: 10_000,
  });
}

/** Forms that were begun and not submitted; they change without news of the port. */
export function useUnfinishedForms(): UseQueryResult<readonly string[]> {
  const port = usePort();
  return useQuery({
    queryKey: ['unfinished'],
    queryFn: () => port.unfinished.list(),
    staleTime: 0,
  });
}

export function useApprovals(unit?: string): UseQueryResult<readonly Approval[]> {
  const port = usePort();
  return useQuery({ queryKey: ['approvals', unit], queryFn: () => port.approvals(unit) });
}

/** Asked for by a button: the signature is checked at that moment. */
export function useEvidence(
  approvalId: string,
  enabled: boolean,
): UseQueryResult<ApprovalEvidence | null> {
  const port = usePort();
  return useQuery({
    queryKey: ['evidence', approvalId],
    queryFn: () => port.evidence(approvalId),
    enabled,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useRefused(): UseQueryResult<readonly RefusedItem[]> {
  const port = usePort();
  return useQuery({ queryKey: ['refused'], queryFn: () => port.refused() });
}
