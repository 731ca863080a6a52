/**
 * What the centre lacks, for the screens: a version that is held and not covered by what the mirror has. What the
 * mirror has nothing of is shown as it was held.
 */
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import type { MirrorReader } from '../store/mirror-reader.ts';
import type { HeldVersion, HeldVersions } from './held-versions.ts';
import { judgeHeld } from './judge-held.ts';

export interface Masters {
  readonly masters: ReadonlyMap<string, Change>;
  readonly present: ReadonlySet<string>;
}

/** What the mirrors have of these changes and approvals. */
export async function readMasters(mirror: MirrorReader, ids: readonly string[]): Promise<Masters> {
  const [read, changes, approvals] = await Promise.all([
    mirror.read('change', ids),
    mirror.revs('change', ids),
    mirror.revs('approval', ids),
  ]);
  return {
    masters: new Map([...read].map(([id, { document }]) => [id, document])),
    present: new Set([...changes.keys(), ...approvals.keys()]),
  };
}

export interface HeldView {
  /** The longest version of each document that the centre lacks. */
  lacking(): readonly HeldVersion[];
  isLacking(target: string): boolean;
  /** What stands for a document of which the mirror has nothing; null when it has. */
  shown(target: string): Change | Approval | null;
  /** Compares anew. */
  look(): Promise<void>;
}

function lacks({ document }: HeldVersion, { masters, present }: Masters): boolean {
  const master = masters.get(document._id);
  if (document.type !== 'change' || !master) return !present.has(document._id);
  return judgeHeld(document, master, '').is !== 'covered';
}

const lengthOf = ({ document }: HeldVersion): number =>
  document.type === 'change' ? document.history.length : 0;

export function createHeldView(parts: {
  readonly held: HeldVersions;
  readonly mirror: MirrorReader;
  /** Documents that are, or were until now, shown as they are held. */
  readonly changed: (targets: ReadonlySet<string>) => void;
}): HeldView {
  const { held, mirror, changed } = parts;
  let lacking = new Map<string, HeldVersion>();
  let missing = new Set<string>();

  async function look(): Promise<void> {
    if (held.all().length === 0 && lacking.size === 0) return;
    const versions = held.all();
    const found = await readMasters(
      mirror,
      versions.map(({ document }) => document._id),
    );
    const next = new Map<string, HeldVersion>();
    for (const version of versions) {
      const { _id } = version.document;
      const other = next.get(_id);
      if (lacks(version, found) && (!other || lengthOf(other) < lengthOf(version)))
        next.set(_id, version);
    }
    const touched = new Set([...lacking.keys(), ...next.keys()]);
    lacking = next;
    missing = new Set([...next.keys()].filter((id) => !found.present.has(id)));
    changed(touched);
  }
  return {
    lacking: () => [...lacking.values()],
    isLacking: (target) => lacking.has(target),
    shown: (target) => (missing.has(target) ? (lacking.get(target)?.document ?? null) : null),
    look,
  };
}
