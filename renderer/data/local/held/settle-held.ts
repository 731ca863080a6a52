/**
 * Carries out what `planHeld` says, at the end of each pull; and before each push takes back what was built on steps
 * that the centre has no more. Each move is first written where the document goes, then taken from where it was: a
 * crash in between leaves it in both, and the next look lets go of one.
 */
import { isInBackup } from '../../../../shared/change/receipt.ts';
import { problem } from '../../../../shared/errors/index.ts';
import type { MetaStore } from '../store/meta-store.ts';
import type { MirrorReader } from '../store/mirror-reader.ts';
import type { ReachPoint } from '../store/fault-points.ts';
import type { WorkItem } from '../work/work-item.ts';
import type { WorkList } from '../work/work-list.ts';
import { readMasters, type HeldView, type Masters } from './held-view.ts';
import type { HeldVersions } from './held-versions.ts';
import { standsOnLost } from './judge-held.ts';
import { readLostDossiers } from './lost-dossiers.ts';
import { isAwaited, planHeld } from './plan-held.ts';

export interface SettleParts {
  readonly account: string;
  readonly held: HeldVersions;
  readonly heldView: HeldView;
  readonly mirror: MirrorReader;
  readonly meta: MetaStore;
  readonly work: WorkList;
  readonly reach: ReachPoint;
  readonly backupAtUtc: () => string | null;
}

async function dossierVersions(
  { mirror, meta }: SettleParts,
  ids: readonly string[],
): Promise<(dossier: string) => number> {
  const found = await mirror.read('dossier', ids);
  const lost = await readLostDossiers(meta);
  return (id) => (lost.has(id) ? 0 : (found.get(id)?.document.version ?? 0));
}

export async function settleHeld(parts: SettleParts): Promise<void> {
  const { account, held, heldView, mirror, work } = parts;
  const versions = held.all();
  if (versions.length > 0) {
    const ids = versions.map(({ document }) => document._id);
    const dossiers = versions.flatMap(({ document }) =>
      document.type === 'change' ? [document.dossier] : [],
    );
    const plan = planHeld({
      account,
      versions,
      ...(await readMasters(mirror, manifestIds(parts, ids))),
      isBusy: (target) => work.stepsOf(target).length > 0,
      refused: (target) => work.refusedOf(target).map(({ document }) => document),
      dossierVersion: await dossierVersions(parts, dossiers),
      isInBackup: (change) => isInBackup(change, parts.backupAtUtc()),
    });
    await parts.reach('recovery.beforeOffers');
    if (plan.offers.length > 0) await work.add(plan.offers.map(({ document }) => document));
    await held.noteOffers(new Map(plan.offers.map(({ id, after }) => [id, after])));
    await work.addRefused(
      plan.tell.map(({ document }) => document),
      problem('CHANGE_OUT_OF_DATE'),
    );
    await held.release([...plan.release, ...plan.tell.map(({ id }) => id)]);
  }
  await heldView.look();
}

/** With the changes that held approvals sign. */
function manifestIds({ held }: SettleParts, ids: readonly string[]): readonly string[] {
  const signed = held
    .all()
    .flatMap(({ document }) =>
      document.type === 'approval' ? document.manifest.changes.map(({ id }) => id) : [],
    );
  return [...new Set([...ids, ...signed])];
}

function isBuiltOnLost(parts: SettleParts, last: WorkItem, found: Masters): boolean {
  const { document } = last;
  const { masters, present } = found;
  if (document.type === 'change') {
    const master = masters.get(document._id) ?? null;
    if (parts.held.of(document._id).length === 0) return false;
    return (
      (master !== null || !present.has(document._id)) &&
      standsOnLost(document, master, parts.account)
    );
  }
  const facts = { masters, versions: parts.held.all() };
  return document.manifest.changes.some(
    ({ id }) => parts.work.stepsOf(id).length === 0 && isAwaited(id, facts),
  );
}

/** Unsent steps on top of what others have to bring back first become held versions themselves. */
export async function keepBack(parts: SettleParts): Promise<void> {
  const { held, work, mirror } = parts;
  if (held.all().length === 0) return;
  const lasts = [...work.targets()].flatMap((target) => work.stepsOf(target).at(-1) ?? []);
  if (lasts.length === 0) return;
  const ids = lasts.map(({ document }) => document._id);
  const found = await readMasters(mirror, [...new Set([...ids, ...signedBy(lasts)])]);
  const back = lasts.filter((last) => isBuiltOnLost(parts, last, found));
  if (back.length === 0) return;
  await held.hold(back.map(({ document }) => document));
  await work.drop(back.flatMap(({ document }) => work.stepsOf(document._id).map(({ id }) => id)));
}

const signedBy = (items: readonly WorkItem[]): readonly string[] =>
  items.flatMap(({ document }) =>
    document.type === 'approval' ? document.manifest.changes.map(({ id }) => id) : [],
  );
