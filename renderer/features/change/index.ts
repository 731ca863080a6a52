/** How changes look wherever they appear: what they change, how far they are, where they lie. */
export { ChangeDetails } from './change-details.tsx';
export { ChangeSummary } from './change-summary.tsx';
export { ChangeTimeline } from './change-timeline.tsx';
export { DecisionList } from './decision-list.tsx';
export { DeliveryMark } from './delivery-mark.tsx';
export { DifferenceTable } from './difference-table.tsx';
export { expandButton } from './expand-button.tsx';
export { StateTag } from './state-tag.tsx';
