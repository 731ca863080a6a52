/** Unfinished forms on this disk, sealed like all else: a row of `meta` each. */
import { unfinishedFormSchema, type UnfinishedForms } from '../port/unfinished.ts';
import type { MetaStore } from './store/meta-store.ts';

const prefix = 'form:';

export function unfinishedForms(meta: MetaStore): UnfinishedForms {
  return {
    list: async () => (await meta.ids(prefix)).map((id) => id.slice(prefix.length)),
    read: (key) => meta.read(`${prefix}${key}`, unfinishedFormSchema),
    write: (key, value) =>
      value ? meta.write(`${prefix}${key}`, value) : meta.remove(`${prefix}${key}`),
  };
}
