/** Answers to a push name what stands at the centre: each in clear or masked, as the account may see it. */
import { mayReadSensitive } from '../../shared/account/policy.ts';
import type { PushResult } from '../../shared/contract/sync.ts';
import type { Sections } from '../sensitive/sections.ts';
import { storedChange } from '../sensitive/stored-form.ts';
import type { StoredDocument } from '../store/document-store.ts';
import type { Author } from './change-steps.ts';

/** As `masterOf` took it from the store. */
const storedMasterOf = (result: PushResult): StoredDocument | undefined =>
  result.outcome === 'stored' ? undefined : (result.master?.doc as StoredDocument | undefined);

/** @param results with masters as they lie in the store */
export async function withShownMasters(
  sections: Sections,
  { subject }: Author,
  results: readonly PushResult[],
): Promise<readonly PushResult[]> {
  const masters = results.map(storedMasterOf);
  await sections.prepare(masters.flatMap((doc) => doc ?? []));
  return results.map((result, at) => {
    const doc = masters[at];
    if (result.outcome === 'stored' || !result.master || !doc) return result;
    const { unit, dossier } = storedChange(doc);
    const shown = sections.shown(doc, mayReadSensitive(subject, { unit, dossier }));
    return { ...result, master: { ...result.master, doc: { ...shown } } };
  });
}
