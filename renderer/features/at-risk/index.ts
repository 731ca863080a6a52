export { AtRiskPage } from './at-risk-page.tsx';
