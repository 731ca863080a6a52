/** What lists and search know of a person, from the dossier or from a `create` not yet approved. */
import type { Change } from '../../../../shared/change/change.ts';
import { applyMergePatch } from '../../../../shared/change/merge-patch.ts';
import type { DossierSummary } from '../../../../shared/contract/http.ts';
import { dossierContentSchema, type DossierContent } from '../../../../shared/dossier/content.ts';
import type { Dossier } from '../../../../shared/dossier/dossier.ts';
import { labelOf } from '../../../../shared/catalogue/index.ts';
import { foldText } from '../../../../shared/vietnamese/fold.ts';
import { nameSortKey } from './name-sort-key.ts';

/** Unit names and open changes are looked up when a row is shown. */
export type SummaryCore = Omit<DossierSummary, 'unitName' | 'openChanges'>;

/** A line of the list with what sorting and searching need, worked out once. */
export interface DossierEntry {
  readonly summary: SummaryCore;
  readonly folded: string;
  readonly sortKey: string;
}

type Standing = Pick<SummaryCore, 'id' | 'unit' | 'status' | 'version' | 'updatedAtUtc'>;

function summarize(content: DossierContent, standing: Standing): SummaryCore {
  const { identity, employment, pay } = content;
  const rankCode = pay?.rankCode ?? '';
  return {
    ...standing,
    fullName: identity.fullName,
    gender: identity.gender,
    birthDate: identity.birthDate,
    identityNumber: identity.identityNumber,
    position: employment?.position ?? '',
    rankCode,
    rankName: rankCode === '' ? '' : (labelOf('rank', rankCode) ?? ''),
    step: pay?.step ?? null,
    coefficient: pay?.coefficient ?? null,
  };
}

export function summaryOfDossier(dossier: Dossier): SummaryCore {
  const { _id: id, unit, status, version, updatedAtUtc } = dossier;
  return summarize(dossier.content, { id, unit, status, version, updatedAtUtc });
}

/** Version 0: the person is known here, the dossier does not exist yet. */
export function summaryOfCreate(change: Change): SummaryCore | null {
  const content = dossierContentSchema.safeParse(applyMergePatch({}, change.patch));
  if (!content.success) return null;
  const { dossier: id, unit, authoredAtUtc: updatedAtUtc } = change;
  return summarize(content.data, { id, unit, status: 'active', version: 0, updatedAtUtc });
}

export function entryOf(summary: SummaryCore): DossierEntry {
  const { fullName, identityNumber, position, id } = summary;
  return {
    summary,
    folded: foldText(`${fullName} ${identityNumber} ${position}`),
    // The id makes the order of namesakes the same on every screen.
    sortKey: `${nameSortKey(fullName)}\u0000${id}`,
  };
}
