export { ConflictPage } from './conflict-page.tsx';
export { ConflictTable } from './conflict-table.tsx';
