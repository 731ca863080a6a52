/**
 * Which scans an account may see: the same policy as for the changes of the dossier (shared/account/policy.ts). Who may
 * not read sensitive sections sees a scan only when changes name it and none of them has such a section: what nobody
 * names yet may come to rest under one.
 */
import { mayReadScan, mayReadSensitive, type Subject } from '../../../shared/account/policy.ts';
import { maskedSectionsOf } from '../../../shared/change/masking.ts';
import type { ScanRef } from '../../../shared/scan/scan.ts';
import { maskedChangeOf } from '../../intake/stored-shapes.ts';
import { readPlaces } from '../read-places.ts';
import type { Services } from '../services.ts';

type SightParts = Pick<Services, 'projection' | 'store'>;

/** Changes of one dossier that are looked through; of a dossier with more nothing is shown. */
const mostOfOneDossier = 1000;

export async function seenScans<T extends ScanRef>(
  parts: SightParts,
  subject: Subject,
  refs: readonly T[],
): Promise<readonly T[]> {
  const visible = refs.filter((ref) => mayReadScan(subject, ref, { sensitive: false }));
  const doubtful = visible.filter((ref) => !mayReadSensitive(subject, ref));
  const hidden = new Set<ScanRef>();
  const byDossier = Map.groupBy(doubtful, ({ unit, dossier }) => `${unit} ${dossier}`);
  for (const group of byDossier.values()) {
    const open = await openlyNamed(parts, subject, group);
    for (const ref of group) if (!open.has(ref.sha256)) hidden.add(ref);
  }
  return visible.filter((ref) => !hidden.has(ref));
}

/** The hashes that some change of a dossier names, and no change with a sensitive section. */
async function openlyNamed(
  { projection, store }: SightParts,
  subject: Subject,
  [ref]: readonly ScanRef[],
): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  if (!ref) return open;
  const { unit, dossier } = ref;
  const query = { unit, dossier, limit: mostOfOneDossier, offset: 0 };
  const { total, places } = await projection.changes(subject, query);
  if (total > places.length) return open;
  const sensitive = new Set<string>();
  for (const stored of await readPlaces(store, places)) {
    const change = maskedChangeOf(stored);
    const names = maskedSectionsOf(change).length > 0 ? sensitive : open;
    for (const { sha256 } of change.evidence) names.add(sha256);
  }
  return new Set([...open].filter((sha256) => !sensitive.has(sha256)));
}
