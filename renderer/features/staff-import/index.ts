export { StaffImportPage } from './staff-import-page.tsx';
