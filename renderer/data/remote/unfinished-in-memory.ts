/** In a browser an unfinished form lives as long as the page: nothing of it goes to the PC's disk. */
import type { UnfinishedForm, UnfinishedForms } from '../port/unfinished.ts';

export function unfinishedInMemory(
  kept: Iterable<readonly [string, UnfinishedForm]> = [],
): UnfinishedForms {
  const forms = new Map<string, UnfinishedForm>(kept);
  return {
    list: () => Promise.resolve([...forms.keys()]),
    read: (key) => Promise.resolve(forms.get(key) ?? null),
    write: (key, value) => {
      if (value) forms.set(key, value);
      else forms.delete(key);
      return Promise.resolve();
    },
  };
}
