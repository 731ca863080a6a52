export { ApprovalPage } from './approval-page.tsx';
export { PastApprovals } from './past-approvals.tsx';
