/**
 * Before a page is written over a mirror: what the page would put back is held first. This is asked of every page,
 * whatever the centre says of itself: a restore, and a split that was settled against a step, look the same from here.
 */
import { changeSchema, type Change } from '../../../../shared/change/change.ts';
import { isInBackup } from '../../../../shared/change/receipt.ts';
import type { MirrorReader } from '../store/mirror-reader.ts';
import { judgeChange } from '../sync/judge-conflict.ts';
import type { StreamPage } from '../sync/pull-desk.ts';
import type { HeldVersions } from './held-versions.ts';
import { anyBrings, enteredPart } from './judge-held.ts';

export interface HoldParts {
  readonly account: string;
  readonly held: HeldVersions;
  readonly mirror: MirrorReader;
  readonly backupAtUtc: () => string | null;
}

function isPutBack(known: Change, master: Change): boolean {
  const entered = enteredPart(known);
  return entered !== null && judgeChange(entered, master) !== 'covered';
}

/** Our own content, which the page replaces by a later one of ours, and no backup has it yet. */
function isReplaced(known: Change, master: Change, parts: HoldParts): boolean {
  const backupAtUtc = parts.backupAtUtc();
  if (known.author.account !== parts.account || backupAtUtc === null) return false;
  if (!anyBrings(master, known.history.length, master.history.length)) return false;
  return !isInBackup(known, backupAtUtc);
}

export async function holdBeforePage(parts: HoldParts, page: StreamPage): Promise<void> {
  const known = await parts.mirror.read(
    'change',
    page.documents.map(({ id }) => id),
  );
  if (known.size === 0) return;
  const held = page.documents.flatMap(({ id, doc }) => {
    const before = known.get(id)?.document;
    const master = changeSchema.safeParse(doc);
    if (!before || !master.success) return [];
    const keep = isPutBack(before, master.data) || isReplaced(before, master.data, parts);
    return keep ? [before] : [];
  });
  await parts.held.hold(held);
}
