/** The error catalogue. Area files stay apart so that each area owns its own messages. */
import { backupProblems } from './backup-problems.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { changeProblems } from './change-problems.ts';
import { courierProblems } from './courier-problems.ts';
import { generalProblems } from './general-problems.ts';
import { deviceProblems } from './device-problems.ts';
import { importProblems } from './import-problems.ts';
import { lineProblems } from './line-problems.ts';
import { fillMessage, type Problem, type ProblemDetails, type ProblemKind } from './problem.ts';
import { scanProblems } from './scan-problems.ts';
import { sessionProblems } from './session-problems.ts';
import { signingProblems } from './signing-problems.ts';

export * from './problem.ts';

export const problemCatalogue = {
  ...generalProblems,
  ...sessionProblems,
  ...changeProblems,
  ...signingProblems,
  ...importProblems,
  ...deviceProblems,
  ...scanProblems,
  ...backupProblems,
  ...courierProblems,
  ...lineProblems,
  ...catalogueProblems,
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemCatalogue;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

/** Makes the problem of a code in Vietnamese, the product's first language. */
export function problem(code: ProblemCode, details?: ProblemDetails): Problem {
  const message = fillMessage(problemCatalogue[code].vi, details);
  return details === undefined ? { code, message } : { code, message, details };
}

/** The one exception type that may cross a boundary; mapped once at each edge. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly problem: Problem;

  constructor(code: ProblemCode, details?: ProblemDetails, options?: ErrorOptions) {
    const made = problem(code, details);
    super(made.message, options);
    this.name = 'ProblemError';
    this.code = code;
    this.problem = made;
  }
}

/** An expected outcome as a value: done, or a problem. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (code: ProblemCode, details?: ProblemDetails): Result<never> => ({
  ok: false,
  problem: problem(code, details),
});

/** Ends a switch over a closed union: a new member becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
