/** The scans of a change: adding them, where they are, looking at them. */
export { EvidenceField } from './evidence-field.tsx';
export { EvidenceList } from './evidence-list.tsx';
