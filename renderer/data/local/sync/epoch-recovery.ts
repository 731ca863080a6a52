/**
 * The centre was restored from a backup: it no longer has everything it once confirmed. All streams are pulled anew;
 * what the pages would put back is held before (held/hold-before-page.ts), and what no page brings is held here.
 *
 * Until that is done the old epoch stays on record, so that a crash in between begins the recovery anew.
 */
import { z } from 'zod';
import type { SessionAccount } from '../../../../shared/account/account.ts';
import type { PullResponse, StreamName } from '../../../../shared/contract/sync.ts';
import { streams } from '../../../../shared/contract/sync.ts';
import { referenceDatabase, unitOfDatabase } from '../../../../shared/unit/unit.ts';
import { catalogueIds } from '../catalogue-shelf.ts';
import { holdBeforePage } from '../held/hold-before-page.ts';
import { noteFoundDossiers, noteLostDossiers } from '../held/lost-dossiers.ts';
import { keepBack, settleHeld, type SettleParts } from '../held/settle-held.ts';
import type { ScanPort } from '../../port/scan-port.ts';
import { mirrorOf, type LocalDatabase } from '../store/open-database.ts';
import type { Ingest } from '../summary/ingest.ts';
import type { SnapshotKeeper } from '../summary/snapshot.ts';
import type { Summaries } from '../summary/summaries.ts';
import type { StreamPage } from './pull-desk.ts';

export interface EpochRecovery {
  /** True when the centre is another than the one this disk was filled from. */
  onEpoch(epoch: string): Promise<boolean>;
  /** Whether an answer under this epoch is one of the centre that this disk was filled from. */
  knows(epoch: string): Promise<boolean>;
  onAnswer(answer: PullResponse): void;
  /** The stream will be pulled from its beginning; none of its pages is under way. */
  onRewind(stream: StreamName): void;
  /** Before a page is written over what this disk has. */
  onPage(stream: StreamName, page: StreamPage): Promise<void>;
  /** Everything was pulled; or, not `whole`, a part came that ends no recovery. */
  onPulled(whole: boolean): Promise<void>;
  beforePush(): Promise<void>;
}

export interface RecoveryParts extends Omit<SettleParts, 'account'> {
  readonly account: SessionAccount;
  readonly database: LocalDatabase;
  readonly summaries: Summaries;
  readonly snapshot: SnapshotKeeper;
  readonly ingest: Ingest;
  readonly scans: Pick<ScanPort, 'reopen'>;
  readonly confirmMirrored: () => Promise<void>;
}

interface Running {
  readonly epoch: string;
  /** Ids that the centre still has. */
  readonly seen: Readonly<Record<StreamName, Set<string>>>;
  /** Cursors: the databases, or parts of them, that this account was given. */
  readonly given: Set<string>;
}

export const epochMetaId = 'epoch';
/** The scans that this PC sent are still to be offered again. */
const scansMetaId = 'scans-to-reopen';

function begin(epoch: string): Running {
  const none = () => new Set<string>();
  const seen = {
    unit: none(),
    catalogue: none(),
    dossier: none(),
    change: none(),
    approval: none(),
  };
  return { epoch, seen, given: new Set() };
}

/**
 * Whether the centre would have given a document of this unit, had it any. A right that went takes nothing from the
 * mirrors, so what came from no database says nothing. A unit that is gone itself takes its databases along.
 */
function wasGiven(run: Running, account: SessionAccount) {
  const { given, seen } = run;
  const units = new Set<string>();
  const ownIn = new Set<string>();
  for (const cursor of given) {
    const [database = '', part] = cursor.split('#');
    const unit = unitOfDatabase(database);
    if (unit !== null) (part === 'own' ? ownIn : units).add(unit);
  }
  return (unit: string, dossier: string | null): boolean => {
    if (units.has(unit)) return true;
    if (ownIn.has(unit)) return dossier !== null && dossier === account.ownDossier;
    return given.has(referenceDatabase) && !seen.unit.has(`unit:${unit}`);
  };
}

/** Edits of code lists that the restored centre has no more: the department makes them again, no PC brings them back. */
async function dropLostCatalogues({ mirror, database, ingest }: RecoveryParts, run: Running) {
  if (!run.given.has(referenceDatabase)) return;
  const lost = catalogueIds.filter((id) => !run.seen.catalogue.has(id));
  const here = [...(await mirror.revs('catalogue', lost)).keys()];
  if (here.length === 0) return;
  await mirrorOf(database, 'catalogue').bulkRemove(here);
  await ingest.idle();
}

/** What the mirrors have and no page brought: held, and only then taken from the mirrors. */
async function holdMissing(parts: RecoveryParts, run: Running): Promise<void> {
  const { mirror, summaries, held, database, account } = parts;
  const contents = summaries.contents();
  const isGiven = wasGiven(run, account);
  const missing = (stream: StreamName, ids: readonly string[]) =>
    ids.filter((id) => !run.seen[stream].has(id));
  const changeIds = contents.changes
    .filter(({ unit, dossier }) => isGiven(unit, dossier))
    .map(({ id }) => id);
  const approvalIds = contents.approvals
    .filter(({ unit }) => isGiven(unit, null))
    .map(({ id }) => id);
  const dossiers = contents.dossiers
    .filter(({ unit, id }) => isGiven(unit, id))
    .map(({ id }) => id);
  await dropLostCatalogues(parts, run);
  const changes = await mirror.read('change', missing('change', changeIds));
  const approvals = await mirror.read('approval', missing('approval', approvalIds));
  await held.hold([...changes.values(), ...approvals.values()].map(({ document }) => document));
  await noteLostDossiers(parts.meta, missing('dossier', dossiers));
  if (changes.size + approvals.size === 0) return;
  await parts.snapshot.unsettle();
  await database.change.bulkRemove([...changes.keys()]);
  await database.approval.bulkRemove([...approvals.keys()]);
  await parts.ingest.idle();
}

export function createEpochRecovery(parts: RecoveryParts): EpochRecovery {
  const { meta, work, held } = parts;
  const settling = { ...parts, account: parts.account.account };
  let known: string | null | undefined;
  let run: Running | null = null;
  let owesScans: boolean | null = null;
  const recorded = async () => (known ??= await meta.read(epochMetaId, z.string()));

  async function finish(running: Running): Promise<void> {
    await holdMissing(parts, running);
    // What was sent but never came back is offered again as well.
    const unconfirmed = [...work.targets()].flatMap((target) => work.stepsOf(target));
    await work.sendAgain(unconfirmed.map(({ id }) => id));
    await held.forgetOffers();
    await meta.write(scansMetaId, true);
    owesScans = true;
  }
  /** Whoever keeps the scans may not answer (a lock): then after the next pull. */
  async function reopenScans(): Promise<void> {
    owesScans ??= (await meta.read(scansMetaId, z.boolean())) ?? false;
    if (!owesScans) return;
    const reopened = await parts.scans.reopen();
    if (!reopened.ok) return;
    await meta.remove(scansMetaId);
    owesScans = false;
  }

  return {
    onEpoch: async (epoch) => {
      const before = await recorded();
      if (before === epoch || run?.epoch === epoch) return false;
      if (before === null) {
        await meta.write(epochMetaId, epoch);
        known = epoch;
        return false;
      }
      run = begin(epoch);
      return true;
    },
    knows: async (epoch) => {
      const before = await recorded();
      return before === null || (before === epoch && run === null);
    },
    onAnswer: (answer) => {
      if (answer.epoch !== run?.epoch) return;
      for (const stream of streams)
        for (const cursor of Object.keys(answer.streams[stream]?.cursors ?? {}))
          run.given.add(cursor);
    },
    onRewind: (stream) => run?.seen[stream].clear(),
    onPage: async (stream, page) => {
      for (const { id, deleted } of page.documents) if (deleted !== true) run?.seen[stream].add(id);
      if (stream === 'change') await holdBeforePage(settling, page);
      if (stream === 'dossier') await noteFoundDossiers(meta, page);
    },
    onPulled: async (whole) => {
      const running = run;
      if (running && !whole) return parts.confirmMirrored();
      if (running) await finish(running);
      await reopenScans();
      await parts.confirmMirrored();
      await keepBack(settling);
      await settleHeld(settling);
      if (!running || run !== running) return;
      await parts.reach('recovery.beforeEpoch');
      await meta.write(epochMetaId, running.epoch);
      known = running.epoch;
      run = null;
    },
    beforePush: () => keepBack(settling),
  };
}
