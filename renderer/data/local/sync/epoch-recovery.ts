/**
 * The centre was restored from a backup: it no longer has everything it once confirmed. All streams are
 * pulled anew, and what this account entered and the centre has lost is offered again.
 *
 * Until that is done the old epoch stays on record, so that a crash in between begins the recovery anew.
 */
import { z } from 'zod';
import type { SessionAccount } from '../../../../shared/account/account.ts';
import type { Approval } from '../../../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../../../shared/change/change.ts';
import type { StreamName } from '../../../../shared/contract/sync.ts';
import type { MetaStore } from '../store/meta-store.ts';
import type { MirrorReader } from '../store/mirror-reader.ts';
import type { Summaries } from '../summary/summaries.ts';
import type { WorkList } from '../work/work-list.ts';
import { judgeChange } from './judge-conflict.ts';
import type { StreamPage } from './pull-desk.ts';

export interface EpochRecovery {
  /** True when the centre is another than the one this disk was filled from. */
  onEpoch(epoch: string): Promise<boolean>;
  /** Before a page is written over what this disk has. */
  onPage(stream: StreamName, page: StreamPage): Promise<void>;
  /** Everything was pulled. */
  onPulled(): Promise<void>;
}

export interface RecoveryParts {
  readonly account: SessionAccount;
  readonly meta: MetaStore;
  readonly mirror: MirrorReader;
  readonly summaries: Summaries;
  readonly work: WorkList;
}

interface Running {
  readonly epoch: string;
  /** Ids that the centre still has. */
  readonly seen: Set<string>;
  readonly reoffers: Map<string, Change | Approval>;
}

export const epochMetaId = 'epoch';

/**
 * The part of a change's life that this account may offer again: the steps it took itself after what the
 * centre still has. Steps of others are offered by their own PCs.
 * @param kept how many steps the centre still has
 */
export function ownSteps(change: Change, account: string, kept: number): Change | null {
  const own = change.history.slice(kept).findIndex(({ by }) => by.account !== account);
  const length = own === -1 ? change.history.length : kept + own;
  const last = change.history[length - 1];
  if (length <= kept || !last) return null;
  return { ...change, state: last.state, history: change.history.slice(0, length) };
}

async function findOlder(parts: RecoveryParts, page: StreamPage, run: Running): Promise<void> {
  const mine = await parts.mirror.read(
    'change',
    page.documents.map(({ id }) => id),
  );
  for (const { id, doc } of page.documents) {
    const known = mine.get(id)?.document;
    const master = changeSchema.safeParse(doc);
    if (!known || !master.success || judgeChange(known, master.data) !== 'ahead') continue;
    const offer = ownSteps(known, parts.account.account, master.data.history.length);
    if (offer) run.reoffers.set(id, offer);
  }
}

async function findMissing(parts: RecoveryParts, run: Running): Promise<void> {
  const { account, mirror, summaries } = parts;
  const missing = (ids: Iterable<string>) => [...ids].filter((id) => !run.seen.has(id));
  const changeIds = missing([...summaries.changes.mirrored()].map(({ id }) => id));
  for (const [id, { document }] of await mirror.read('change', changeIds)) {
    const offer = ownSteps(document, account.account, 0);
    if (offer) run.reoffers.set(id, offer);
  }
  const approvals = await mirror.read('approval', missing(summaries.approvals.keys()));
  for (const [id, { document }] of approvals) {
    const { outcome: _outcome, ...own } = document;
    if (document.manifest.signer.account === account.account) run.reoffers.set(id, own);
  }
}

export function createEpochRecovery(parts: RecoveryParts): EpochRecovery {
  const { meta, work } = parts;
  let known: string | null | undefined;
  let run: Running | null = null;

  return {
    onEpoch: async (epoch) => {
      known ??= await meta.read(epochMetaId, z.string());
      if (known === epoch || run?.epoch === epoch) return false;
      if (known === null) {
        await meta.write(epochMetaId, epoch);
        known = epoch;
        return false;
      }
      run = { epoch, seen: new Set(), reoffers: new Map() };
      return true;
    },
    onPage: async (stream, page) => {
      if (!run) return;
      for (const { id, deleted } of page.documents) if (deleted !== true) run.seen.add(id);
      if (stream === 'change') await findOlder(parts, page, run);
    },
    onPulled: async () => {
      if (!run) return;
      const finished = run;
      await findMissing(parts, finished);
      // What was sent but never came back is offered again as well.
      const unconfirmed = [...work.targets()].flatMap((target) => work.stepsOf(target));
      await work.sendAgain(unconfirmed.map(({ id }) => id));
      const busy = work.targets();
      const offers = [...finished.reoffers.values()].filter(({ _id }) => !busy.has(_id));
      if (offers.length > 0) await work.add(offers);
      await meta.write(epochMetaId, finished.epoch);
      known = finished.epoch;
      run = null;
    },
  };
}
