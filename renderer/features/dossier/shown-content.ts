/** What the page shows of a dossier: its content, or that of the change which is to found it. */
import { isJsonObject, type JsonObject } from '../../../shared/canonical/json.ts';
import { maskedSectionsOf } from '../../../shared/change/masking.ts';
import type { DossierView } from '../../data/port/data-port.ts';

export interface ShownContent {
  readonly name: string;
  readonly unit: string;
  readonly content: JsonObject;
  /** Sections that are not for this account. */
  readonly masked: readonly string[];
  /** Not yet approved for the first time. */
  readonly pending: boolean;
}

export function shownContent(view: DossierView): ShownContent | null {
  if (view.dossier) {
    const { content, unit, masked = [] } = view.dossier;
    return {
      name: content.identity.fullName,
      unit,
      content: content,
      masked,
      pending: false,
    };
  }
  const create = view.changes.find((change) => change.kind === 'create');
  if (!create || !isJsonObject(create.patch)) return null;
  return {
    name: create.personName,
    unit: create.unit,
    content: create.patch,
    masked: maskedSectionsOf(create),
    pending: true,
  };
}
