/**
 * What can go wrong, as data. One catalogue for the whole product: an error has a stable code,
 * an HTTP status, a rule for retrying and a message that says what happened, whether the work
 * is safe and what to do next. Details never hold names, identity numbers, PINs or passwords.
 */

/** When the same request may be tried again: never, later by itself, or after the user acted. */
export type Retry = 'never' | 'later' | 'after-action';

export interface ProblemKind {
  readonly status: number;
  readonly retry: Retry;
  readonly vi: string;
  readonly en: string;
}

/** Values for the `{placeholders}` of a message. */
export type ProblemDetails = Readonly<Record<string, string | number | boolean>>;

/** A problem as it crosses a boundary (HTTP body `{ error: Problem }`, IPC result, refused row). */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly details?: ProblemDetails;
}

/** Fills `{name}` placeholders; an unknown placeholder stays as it is, so that a test can see it. */
export function fillMessage(template: string, details: ProblemDetails = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in details ? String(details[name]) : whole,
  );
}
