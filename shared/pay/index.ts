/** Pay: coefficient tables and steps. */
export { payGroups, type PayGroup } from './pay-tables.ts';
export { coefficientFits, coefficientOf, payGroupOf, stepOf, stepsOf } from './steps.ts';
