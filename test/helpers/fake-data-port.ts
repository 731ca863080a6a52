/** A data port in memory, for screenshots and for work on components. It keeps nothing and checks rights only. */
import { newSalt } from '../../renderer/data/authoring/ids.ts';
import { draftChange } from '../../renderer/data/authoring/draft-change.ts';
import { makeApproval } from '../../renderer/data/authoring/make-approval.ts';
import { nextStep, sendAgain } from '../../renderer/data/authoring/next-step.ts';
import { fakeCarrier, fakeCourier, type CourierScene } from './fake-courier.ts';
import { fakeDevices } from './fake-devices.ts';
import { unfinishedInMemory } from '../../renderer/data/remote/unfinished-in-memory.ts';
import type {
  DataPort,
  KeepingState,
  SyncState,
  Topic,
} from '../../renderer/data/port/data-port.ts';
import type { UnsentScan } from '../../renderer/data/port/scan-port.ts';
import type { UnfinishedForm } from '../../renderer/data/port/unfinished.ts';
import type { SessionAccount } from '../../shared/account/account.ts';
import { mayReadSensitive } from '../../shared/account/policy.ts';
import { manifestText } from '../../shared/approval/approval.ts';
import { labelOf } from '../../shared/catalogue/index.ts';
import type { Change, ChangeState } from '../../shared/change/change.ts';
import { maskChange } from '../../shared/change/masking.ts';
import type { DossierSummary, UnitSummary } from '../../shared/contract/http.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { sensitiveSections } from '../../shared/dossier/sensitive.ts';
import { done, failed } from '../../shared/errors/index.ts';
import { unitCovers } from '../../shared/unit/unit.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';
import { compareNames } from '../../shared/vietnamese/names.ts';
import { fakeConflicts } from './fake-conflicts.ts';
import { fakeCatalogues } from './fake-catalogues.ts';
import { fakeBackups, type BackupScene } from './fake-backups.ts';
import { fakeUnits } from './fake-people.ts';
import { fakeAtRisk, fakeDelivery, fakeReceipt } from './fake-safety.ts';
import { fakeScans } from './fake-scans.ts';
import { fakeScenes } from './fake-scenes.ts';

export interface FakePortOptions {
  readonly place: DataPort['place'];
  readonly account: SessionAccount;
  readonly sync?: Partial<SyncState>;
  readonly keeping?: Partial<KeepingState>;
  /** Approved people; 0 shows the empty states. */
  readonly people?: number;
  /** How the centre's backups stand. */
  readonly backups?: BackupScene | undefined;
  /** How the bundles of this PC stand. */
  readonly courier?: CourierScene | undefined;
  /** How many changes a restored centre has no more. */
  readonly lacking?: number;
  /** Scans that only this PC has. */
  readonly unsentScans?: readonly UnsentScan[] | undefined;
  /** Forms that were begun and not submitted. */
  readonly unfinished?: Iterable<readonly [string, UnfinishedForm]> | undefined;
  /** How long a step of `submit` takes. */
  readonly submitMs?: number;
}

const restingSync: SyncState = {
  phase: 'live',
  waiting: 0,
  refused: 0,
  lacking: 0,
  lastContactUtc: '2026-11-22T02:41:00.000Z',
  received: 0,
  progress: null,
  clockErrorMs: 0,
  problem: null,
};

const restingKeeping: KeepingState = {
  room: 'enough',
  freeBytes: null,
  rebuilding: false,
  unreadable: 0,
};

const isOpen = (change: Change) => change.state !== 'approved' && change.state !== 'withdrawn';
const unitName = (code: string) => fakeUnits.find((unit) => unit.code === code)?.name ?? code;

function summaryOf(dossier: Dossier, changes: readonly Change[]): DossierSummary {
  const { identity, employment, pay } = dossier.content;
  const rankCode = pay?.rankCode ?? '';
  return {
    id: dossier._id,
    unit: dossier.unit,
    unitName: unitName(dossier.unit),
    fullName: identity.fullName,
    gender: identity.gender,
    birthDate: identity.birthDate,
    identityNumber: identity.identityNumber,
    position: employment?.position ?? '',
    rankCode,
    rankName: labelOf('rank', rankCode) ?? '',
    step: pay?.step ?? null,
    coefficient: pay?.coefficient ?? null,
    status: dossier.status,
    version: dossier.version,
    updatedAtUtc: dossier.updatedAtUtc,
    openChanges: changes.filter((change) => change.dossier === dossier._id && isOpen(change))
      .length,
  };
}

function unitSummary(
  unit: (typeof fakeUnits)[number],
  dossiers: readonly Dossier[],
  changes: readonly Change[],
): UnitSummary {
  const states = new Map<ChangeState, number>();
  for (const change of changes.filter((one) => one.unit === unit.code)) {
    states.set(change.state, (states.get(change.state) ?? 0) + 1);
  }
  return {
    unit,
    dossiers: dossiers.filter((dossier) => dossier.unit === unit.code).length,
    changes: Object.fromEntries(states),
    lastReceivedAtUtc: '2026-11-22T02:38:00.000Z',
    lastApprovedAtUtc: unit.code === 'H20.81.13' ? null : '2026-10-28T08:30:00.000Z',
    lastContactAtUtc:
      unit.code === 'H20.81.12' ? '2026-11-16T02:41:00.000Z' : '2026-11-22T02:41:00.000Z',
  };
}

export function fakeDataPort(options: FakePortOptions): DataPort {
  const scenes = fakeScenes(options.people);
  let { changes, approvals } = scenes;
  // A browser is told at once.
  let refused = options.place === 'local' ? scenes.refused : [];
  const { dossiers } = scenes;
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>();
  const tell = (...topics: Topic[]) => {
    for (const listener of listeners) listener(new Set(topics));
  };
  const account = options.account;
  const context = () => ({ account, nowUtc: new Date().toISOString(), newSalt });
  const dossierOf = (id: string | null) => dossiers.find((one) => one._id === id) ?? null;
  /** As the centre hands them to this account. */
  const mayRead = (unit: string, dossier: string) => mayReadSensitive(account, { unit, dossier });
  const shown = (change: Change) =>
    mayRead(change.unit, change.dossier) ? change : maskChange(change);
  const shownDossier = (dossier: Dossier | null): Dossier | null => {
    if (!dossier || mayRead(dossier.unit, dossier._id)) return dossier;
    const { belief: _belief, party: _party, ...content } = dossier.content;
    return { ...dossier, content, masked: [...sensitiveSections] };
  };
  const put = (change: Change) => {
    changes = [change, ...changes.filter((one) => one._id !== change._id)];
  };
  const seen = (unit: string) => account.grants.some((grant) => unitCovers(grant.unit, unit));
  const keeping: KeepingState = { ...restingKeeping, ...options.keeping };
  let lacking = options.lacking ?? 0;
  const state: SyncState = { ...restingSync, refused: refused.length, lacking, ...options.sync };
  const { place } = options;
  const standing = () => ({ changes, refused, lacking, place, waiting: state.waiting });

  return {
    place: options.place,
    account,
    sync: {
      state: () => state,
      subscribe: () => () => undefined,
      syncNow: () => Promise.resolve(),
      pause: () => undefined,
      resume: () => undefined,
    },
    keeping: { state: () => keeping, subscribe: () => () => undefined },
    units: async () =>
      fakeUnits
        .filter((unit) => seen(unit.code))
        .map((unit) => unitSummary(unit, dossiers, changes)),
    dossiers: async (query) => {
      const text = foldText(query.text ?? '');
      const found = dossiers
        .filter((dossier) => unitCovers(query.unit ?? 'H20', dossier.unit) && seen(dossier.unit))
        .map((dossier) => summaryOf(dossier, changes))
        .filter((row) =>
          foldText(`${row.fullName} ${row.identityNumber} ${row.position}`).includes(text),
        )
        .sort((a, b) => compareNames(a.fullName, b.fullName));
      return {
        total: found.length,
        rows: found.slice(query.offset, query.offset + query.limit),
      };
    },
    dossier: async (id) => {
      const own = changes.filter((change) => change.dossier === id).map(shown);
      if (own.length === 0) return null;
      const ids = new Set(own.map((change) => change._id));
      return {
        dossier: shownDossier(dossierOf(id)),
        changes: own,
        approvals: approvals.filter((one) => one.manifest.changes.some((row) => ids.has(row.id))),
      };
    },
    changes: async (query) =>
      changes
        .map(shown)
        .filter(
          (change) =>
            (query.states?.includes(change.state) ?? true) &&
            unitCovers(query.unit ?? 'H20', change.unit) &&
            (query.dossier ?? change.dossier) === change.dossier,
        ),
    receipt: async (id) => fakeReceipt(standing(), id),
    atRisk: async () => fakeAtRisk(standing()),
    delivery: async (ids) => fakeDelivery(standing(), ids),
    submit: async (drafts, onProgress) => {
      const results = [];
      for (const draft of drafts) {
        if (options.submitMs) await new Promise((go) => setTimeout(go, options.submitMs));
        const made = draftChange(draft, dossierOf(draft.dossier), context());
        if (made.ok) put(made.value);
        results.push(made);
        onProgress?.(results.length);
      }
      tell('changes');
      return results;
    },
    move: async (ids, to, reason) => {
      const results = ids.map((id) => {
        const change = changes.find((one) => one._id === id);
        const moved = change ? nextStep(change, to, reason, context()) : failed('NOT_FOUND');
        if (moved.ok) put(moved.value);
        return moved;
      });
      tell('changes');
      return results;
    },
    scans: fakeScans(options.place, options.unsentScans),
    resubmit: async (id, patch, clockFrom) => {
      const change = changes.find((one) => one._id === id);
      if (!change) return failed('NOT_FOUND');
      const sent = sendAgain(change, { patch, clockFrom }, dossierOf(change.dossier), context());
      if (sent.ok) put(sent.value);
      tell('changes');
      return sent;
    },
    ...fakeConflicts({
      changes: () => changes.map(shown),
      dossierOf: (id) => shownDossier(dossierOf(id)),
      put: (change) => {
        put(change);
        tell('changes');
      },
      context,
    }),
    approvals: async () => approvals,
    approve: async (input) => {
      const chosen = changes.filter((change) => input.changes.includes(change._id));
      const made = await makeApproval({ ...input, changes: chosen }, context());
      if (made.ok) approvals = [made.value, ...approvals];
      tell('approvals', 'changes');
      return made;
    },
    evidence: async (id) => {
      const approval = approvals.find((one) => one._id === id);
      if (!approval || options.place === 'local') return null;
      return {
        approval,
        checkedAtUtc: new Date().toISOString(),
        valid: true,
        checks: [
          { name: 'Chữ ký khớp với nội dung đã ký', ok: true },
          { name: 'Chuỗi chứng thư tin cậy', ok: true },
          { name: 'Chứng thư còn hiệu lực lúc ký', ok: true },
          { name: 'Mã băm của từng thay đổi', ok: true },
        ],
        manifestText: manifestText(approval.manifest),
        signature: approval.signature,
      };
    },
    catalogues: fakeCatalogues(account),
    backups: async () => done(fakeBackups(options.backups ?? 'good')),
    startBackup: async () => done(undefined),
    refused: async () => refused,
    mend: async (id, { patch }) => {
      const item = refused.find((one) => one.id === id);
      if (!item?.change) return failed('NOT_FOUND');
      const mended = { ...item.change, patch };
      refused = refused.filter((one) => one !== item);
      put(mended);
      tell('refused', 'changes');
      return done(mended);
    },
    discard: async (id) => {
      if (changes.some(({ _id }) => _id === id)) {
        changes = changes.filter(({ _id }) => _id !== id);
        lacking -= 1;
      }
      refused = refused.filter((one) => one.id !== id);
      tell('refused', 'changes');
    },
    unfinished: unfinishedInMemory(options.unfinished),
    devices: fakeDevices(options.account.account),
    courier: options.place === 'local' ? fakeCourier(state.waiting, options.courier) : null,
    carrier: fakeCarrier,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
}
