/** The scans of a change: adding them, where they are, looking at them. */
export { EvidenceField } from './evidence-field.tsx';
export { EvidenceList } from './evidence-list.tsx';
export { ScanStateMark } from './scan-state-mark.tsx';
export { ScanViewer } from './scan-viewer.tsx';
export { sizeText } from './size-text.ts';
