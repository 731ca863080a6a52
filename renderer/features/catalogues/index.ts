export { CataloguePage } from './catalogue-page.tsx';
export { CataloguesPage } from './catalogues-page.tsx';
