/** Everything that lies on this disk: database, summaries, the list of work, and who hears of changes. */
import type { Change } from '../../../shared/change/change.ts';
import type { StreamName } from '../../../shared/contract/sync.ts';
import { problem, ProblemError } from '../../../shared/errors/index.ts';
import type { Topic } from '../port/data-port.ts';
import { layCatalogues } from './catalogue-shelf.ts';
import { createHeldView, type HeldView } from './held/held-view.ts';
import { openHeldVersions, type HeldVersions } from './held/held-versions.ts';
import { confirmSteps } from './sync/confirm-steps.ts';
import type { Keeping } from './keeping.ts';
import { createDamagedRows, type DamagedRows } from './store/damaged-rows.ts';
import { nothingArmed, type ReachPoint } from './store/fault-points.ts';
import { createFreshDocuments, documentsOf, type FreshDocuments } from './store/documents.ts';
import { isMarked, openFillMark } from './store/fill-mark.ts';
import type { Journal } from './store/journal.ts';
import { createMetaStore, type MetaStore } from './store/meta-store.ts';
import { createMirrorReader, type MirrorReader } from './store/mirror-reader.ts';
import { openDatabase, type LocalDatabase, type LocalStorage } from './store/open-database.ts';
import type { MirrorRow } from './store/rows.ts';
import type { Sealer } from './store/sealer.ts';
import { tolerantSealer } from './store/tolerant-sealer.ts';
import { openIngest, type Ingest } from './summary/ingest.ts';
import { loadSummaries } from './summary/load-summaries.ts';
import { createSnapshotStore, keepSnapshot, type SnapshotKeeper } from './summary/snapshot.ts';
import { createSummaries, type Summaries } from './summary/summaries.ts';
import { createTopicNews, type TopicNews } from './topic-news.ts';
import { restoreForms } from './unfinished-forms.ts';
import { openWorkList, type WorkList } from './work/work-list.ts';

export interface StoreOptions {
  readonly databaseName: string;
  readonly sealer: Sealer;
  readonly journal: Journal;
  readonly storage: LocalStorage;
  readonly nowUtc: () => string;
  readonly onError: (error: unknown) => void;
  readonly keeping: Keeping;
  readonly wipe: WipeDatabase;
  readonly reach?: ReachPoint;
}

/** A database that cannot be opened any more is deleted: the centre and the journal have all that was in it. */
export type WipeDatabase = (databaseName: string) => Promise<void>;

export interface LocalStore {
  readonly database: LocalDatabase;
  readonly sealer: Sealer;
  readonly fresh: FreshDocuments;
  readonly meta: MetaStore;
  readonly mirror: MirrorReader;
  readonly summaries: Summaries;
  readonly work: WorkList;
  /** What the centre once had and has no more. */
  readonly held: HeldVersions;
  readonly heldView: HeldView;
  readonly ingest: Ingest;
  readonly news: TopicNews;
  readonly snapshot: SnapshotKeeper;
  readonly keeping: Keeping;
  readonly reach: ReachPoint;
  /** Takes rows that did not open out of the mirrors; the streams that have to be pulled anew. */
  dropDamaged(): Promise<readonly StreamName[]>;
  /** Everything was pulled. */
  filled(): Promise<void>;
  /** Is told when unconfirmed work came, went or changed. */
  onWork(listener: () => void): void;
  /** Is told when what the centre lacks was compared anew. */
  onHeld(listener: () => void): void;
  /** Lets go of steps that the mirrors cover; without work waiting to be confirmed it costs nothing. */
  confirmMirrored(): Promise<void>;
  close(): Promise<void>;
}

const topics: Readonly<Record<StreamName, readonly Topic[]>> = {
  unit: ['units'],
  catalogue: ['catalogues'],
  dossier: ['dossiers', 'units'],
  change: ['changes', 'dossiers', 'units'],
  approval: ['approvals', 'units'],
};

interface Laid {
  readonly summaries: Summaries;
  readonly work: WorkList;
  readonly heldView: HeldView;
}

/** Lays the last unconfirmed step of each document over the summaries, or what is held of it when the centre has none. */
function lay({ summaries, work, heldView }: Laid, targets: Iterable<string>): void {
  for (const target of targets) {
    const last = work.stepsOf(target).at(-1)?.document ?? heldView.shown(target);
    if (target.startsWith('change:')) {
      summaries.layChange(target, last?.type === 'change' ? last : null);
    } else {
      summaries.layApproval(target, last?.type === 'approval' ? last : null);
    }
  }
}

/** A local edit of a mirror, should one ever appear, becomes a refused step: seen, and kept. */
async function keepLost(work: WorkList | null, sealer: Sealer, lost: MirrorRow): Promise<void> {
  const [opened] = await documentsOf('change', [lost], sealer);
  if (!work || lost.type !== 'change' || !opened) return;
  const change: Change = opened.document;
  await work.add([change]);
  const [step] = work.stepsOf(change._id);
  if (step) await work.refuse([{ id: step.id, problem: problem('CHANGE_OUT_OF_DATE') }]);
}

/**
 * The program may have ended between writing the centre's copy and letting go of the step that it covers; and
 * a step that was sent again finds its copy here already, so that no page brings it.
 */
async function confirmMirrored(work: WorkList, mirror: MirrorReader): Promise<void> {
  const targets = [...work.targets()];
  if (targets.length === 0) return;
  const mirrored = [
    ...(await mirror.read('change', targets)).values(),
    ...(await mirror.read('approval', targets)).values(),
  ];
  await confirmSteps(
    work,
    mirrored.map(({ document }) => document),
  );
}

/** Opens it; when that fails though there is a journal, anew and empty, to be filled from journal and centre. */
export async function openStore(options: StoreOptions): Promise<LocalStore> {
  try {
    return await openOnce(options);
  } catch (error) {
    if (!options.journal.keeps || error instanceof ProblemError || isNoRoom(error)) throw error;
    options.onError(error);
    await options.wipe(options.databaseName);
    const store = await openOnce(options);
    options.keeping.set({ rebuilding: true });
    return store;
  }
}

/** A full disk is no reason to delete anything. */
const isNoRoom = (error: unknown): boolean =>
  error instanceof Error && error.name === 'QuotaExceededError';

async function openOnce(options: StoreOptions): Promise<LocalStore> {
  let work: WorkList | null = null;
  const damaged = createDamagedRows();
  const sealer = tolerantSealer(options.sealer, (ids) => {
    damaged.add(ids);
    options.onError(new Error(`${ids.length} rows do not open`));
  });
  const database = await openDatabase({
    name: options.databaseName,
    storage: options.storage,
    keepLost: (lost) => keepLost(work, sealer, lost),
  });
  try {
    return await fillStore(
      { ...options, sealer },
      { database, damaged, onWorkList: (list) => (work = list) },
    );
  } catch (error) {
    await database.close().catch(options.onError);
    throw error;
  }
}

interface Opened {
  readonly database: LocalDatabase;
  readonly damaged: DamagedRows;
  readonly onWorkList: (list: WorkList) => void;
}

async function fillStore(options: StoreOptions, opened: Opened): Promise<LocalStore> {
  const { sealer, journal, keeping, onError, reach = nothingArmed } = options;
  const { database, damaged } = opened;
  // Rows of finished work are of no use to anybody.
  await database.work.storageInstance.cleanup(0);

  const summaries = createSummaries();
  const news = createTopicNews();
  const fresh = createFreshDocuments();
  const meta = createMetaStore(database, sealer);
  const mirror = createMirrorReader(database, sealer);
  const snapshots = createSnapshotStore(meta);
  const workListeners = new Set<() => void>();
  const heldListeners = new Set<() => void>();

  await layCatalogues(mirror);
  const present = await loadSummaries({ database, sealer, summaries }, snapshots);
  const entries = await journal.replay();
  await restoreForms(database, meta, entries);
  const held = await openHeldVersions({ database, meta, sealer, journal, entries, onError, reach });
  const heldView = createHeldView({
    held,
    mirror,
    changed: (targets) => {
      lay({ summaries, work: list, heldView }, targets);
      news.tell('changes', 'approvals', 'dossiers', 'units');
      for (const listener of heldListeners) listener();
    },
  });
  const mark = await openFillMark({ journal, meta, sealer, marked: isMarked(entries) });
  const list = await openWorkList({
    database,
    sealer,
    journal,
    entries,
    nowUtc: options.nowUtc,
    onError,
    reach,
    listener: {
      changed: (targets) => {
        lay({ summaries, work: list, heldView }, targets);
        news.tell('changes', 'approvals', 'dossiers', 'units', 'refused');
        for (const listener of workListeners) listener();
      },
    },
  });
  opened.onWorkList(list);
  keeping.set({ rebuilding: mark.lost, unreadable: list.unreadable });
  await confirmMirrored(list, mirror);
  lay({ summaries, work: list, heldView }, list.targets());
  await heldView.look();

  const ingest = openIngest({
    database,
    sealer,
    fresh,
    reader: mirror,
    summaries,
    onError,
    onDocuments: async (stream, documents) => {
      if (stream === 'catalogue') await layCatalogues(mirror);
      news.tell(...topics[stream]);
      await confirmSteps(list, documents);
    },
  });
  const contents = () => summaries.contents();
  const snapshot = keepSnapshot({ store: snapshots, contents, present, onError });
  return {
    database,
    sealer,
    fresh,
    meta,
    mirror,
    summaries,
    work: list,
    held,
    heldView,
    ingest,
    news,
    snapshot,
    keeping,
    reach,
    dropDamaged: () =>
      damaged.purge(database).catch((error: unknown) => {
        onError(error);
        return [];
      }),
    filled: async () => {
      // Without the mark a later loss is only not told; a disk without room may refuse it.
      await mark.filled().catch(onError);
      keeping.set({ rebuilding: false });
    },
    onWork: (listener) => workListeners.add(listener),
    onHeld: (listener) => heldListeners.add(listener),
    confirmMirrored: () => confirmMirrored(list, mirror),
    close: async () => {
      await ingest.idle();
      ingest.close();
      news.close();
      await snapshot.close();
      await database.close();
    },
  };
}
