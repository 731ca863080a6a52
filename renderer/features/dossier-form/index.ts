export { EditDossierPage } from './edit-dossier-page.tsx';
export { MendRefusedPage, MendReturnedPage } from './mend-pages.tsx';
export { NewDossierPage } from './new-dossier-page.tsx';
