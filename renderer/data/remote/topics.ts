/** Which kinds of data a changed database may show on screen. */
import type { Topic } from '../port/data-port.ts';

const all: readonly Topic[] = ['units', 'catalogues', 'dossiers', 'changes', 'approvals'];

/** No databases means: unknown what changed. */
export function topicsOf(databases: readonly string[]): ReadonlySet<Topic> {
  if (databases.length === 0) return new Set(all);
  return new Set(
    databases.flatMap((name): readonly Topic[] => {
      if (name.startsWith('records-')) return ['dossiers', 'units'];
      if (name.startsWith('desk-')) return ['changes', 'approvals', 'dossiers', 'units'];
      return all;
    }),
  );
}
