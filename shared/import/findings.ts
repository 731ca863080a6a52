/**
 * What a reading of a staff list found: each finding names the cell and says in Vietnamese what is wrong
 * and what to do. A row with an error is not accepted; a warning asks to look.
 */
import { fillMessage, type ProblemDetails } from '../errors/problem.ts';
import { errorFindings, warningFindings } from './finding-messages.ts';

export type FindingSeverity = 'error' | 'warning';
export type FindingCode = keyof typeof errorFindings | keyof typeof warningFindings;

export interface Finding {
  readonly sheet: string;
  /** Row number as Excel shows it, from 1. */
  readonly row: number;
  /** Column letter; null when the finding is about the whole row or sheet. */
  readonly column: string | null;
  /** Path of the dossier field, e.g. `identity.birthDate`; null when none is meant. */
  readonly field: string | null;
  readonly severity: FindingSeverity;
  readonly code: FindingCode;
  readonly message: string;
}

/** Where a finding lies. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string | null;
}

/** A finding before its place is known: readers of cells know only what is wrong. */
export interface Remark {
  readonly code: FindingCode;
  readonly field?: string;
  readonly details?: ProblemDetails;
}

const messages: Readonly<Record<FindingCode, string>> = { ...errorFindings, ...warningFindings };

export const severityOf = (code: FindingCode): FindingSeverity =>
  code in errorFindings ? 'error' : 'warning';

export function findingAt(place: Place, remark: Remark): Finding {
  return {
    sheet: place.sheet,
    row: place.row,
    column: place.column ?? null,
    field: remark.field ?? null,
    severity: severityOf(remark.code),
    code: remark.code,
    message: fillMessage(messages[remark.code], remark.details),
  };
}

export const isError = (finding: Finding): boolean => finding.severity === 'error';
