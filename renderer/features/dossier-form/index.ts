export { EditDossierPage } from './edit-dossier-page.tsx';
export { FieldInput } from './field-input.tsx';
export { issuesOf, type Issue, type IssueKey } from './form-issues.ts';
export { useIssueText } from './issue-text.ts';
export { formKeys } from './form-keys.ts';
export { LeaveGuard } from './leave-guard.tsx';
export { MendRefusedPage, MendReturnedPage } from './mend-pages.tsx';
export { NewDossierPage } from './new-dossier-page.tsx';
export { useSubmitted } from './use-submitted.ts';
