/** Questions to the coefficient tables: which step has which coefficient, and the other way round. */
import { payGroups, type PayGroup } from './pay-tables.ts';

const byName = new Map(payGroups.map((row) => [row.group, row]));

export const payGroupOf = (group: string): PayGroup | undefined => byName.get(group);

/** Coefficients are compared in hundredths: 4.34 read from a sheet may arrive as 4.340000000000001. */
const hundredths = (coefficient: number): number => Math.round(coefficient * 100);

/** All steps of a group with their coefficients, step 1 first; empty for an unknown group. */
export function stepsOf(
  group: string,
): readonly { readonly step: number; readonly coefficient: number }[] {
  const coefficients = byName.get(group)?.coefficients ?? [];
  return coefficients.map((coefficient, index) => ({ step: index + 1, coefficient }));
}

/** The coefficient of a step (1 to n), undefined when the group or the step does not exist. */
export function coefficientOf(group: string, step: number): number | undefined {
  return byName.get(group)?.coefficients[step - 1];
}

/** The step that has this coefficient, undefined when the group has none such. */
export function stepOf(group: string, coefficient: number): number | undefined {
  return stepsOf(group).find((row) => hundredths(row.coefficient) === hundredths(coefficient))
    ?.step;
}

/** Whether a coefficient is the one of this step. */
export function coefficientFits(group: string, step: number, coefficient: number): boolean {
  return stepOf(group, coefficient) === step;
}
