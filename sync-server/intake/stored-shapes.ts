/**
 * Stored documents as what they are. They are trusted: `records-*` is written by the server, `desk-*` through
 * intake, and both by replication and restore (`/db`) of what was admitted elsewhere. Parsing again costs time.
 */
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { bareDocument, type Stored } from '../documents/documents.ts';

export const changeOf = ({ doc }: Stored): Change => bareDocument(doc) as unknown as Change;
export const dossierOf = ({ doc }: Stored): Dossier => bareDocument(doc) as unknown as Dossier;
export const approvalOf = ({ doc }: Stored): Approval => bareDocument(doc) as unknown as Approval;
