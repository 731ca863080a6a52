/** The evidence of an approval: who signed what, with which certificate, and the check made now. */
export { ApprovalOutcomeLine } from './approval-outcome-line.tsx';
export { EvidencePanel } from './evidence-panel.tsx';
export { periodName } from './period-name.ts';
