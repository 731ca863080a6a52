export { DossierListPage } from './dossier-list-page.tsx';
export { DossierSearch } from './dossier-search.tsx';
