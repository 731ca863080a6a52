/**
 * Stored documents as what they are, for those who need nothing of the sensitive sections: changes and dossiers in
 * their masked form. Whoever needs all of one opens it (sensitive/sections.ts). They are trusted, not parsed again.
 */
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { bareDocument, type Stored } from '../documents/documents.ts';
import { maskedChange, maskedDossier } from '../sensitive/stored-form.ts';

export const maskedChangeOf = ({ doc }: Stored): Change => maskedChange(doc);
export const maskedDossierOf = ({ doc }: Stored): Dossier => maskedDossier(doc);
export const approvalOf = ({ doc }: Stored): Approval => bareDocument(doc) as unknown as Approval;
