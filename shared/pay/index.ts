/** Pay: coefficient tables, steps, and the base salary they are multiplied by. */
export { baseSalaries, baseSalaryAt, type BaseSalaryRow } from './base-salary.ts';
export { payGroups, type PayGroup } from './pay-tables.ts';
export { coefficientFits, coefficientOf, payGroupOf, stepOf, stepsOf } from './steps.ts';
