export { DossierPage } from './dossier-page.tsx';
export { OwnDossier } from './own-dossier.tsx';
