export { RefusedPage } from './refused-page.tsx';
