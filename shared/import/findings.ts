/**
 * What a reading of a staff list found: each finding names the cell and says in Vietnamese what is wrong
 * and what to do. A row with an error is not accepted; a warning asks to look.
 */
import { fillMessage, type ProblemDetails } from '../errors/problem.ts';
import { severityOfCheck, wordsOfCheck, type CheckCode } from '../checks/index.ts';
import { errorFindings, warningFindings } from './finding-messages.ts';

export type FindingSeverity = 'error' | 'warning';
export type FindingCode = keyof typeof errorFindings | keyof typeof warningFindings | CheckCode;

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

const readingMessages = { ...errorFindings, ...warningFindings };
type ReadingCode = keyof typeof readingMessages;
const ofReading = (code: FindingCode): code is ReadingCode => code in readingMessages;

export function severityOf(code: FindingCode): FindingSeverity {
  if (!ofReading(code)) return severityOfCheck(code);
  return code in errorFindings ? 'error' : 'warning';
}

const messageOf = ({ code, details }: Remark): string =>
  ofReading(code)
    ? fillMessage(readingMessages[code], details)
    : wordsOfCheck(details === undefined ? { code } : { code, details });

export function findingAt(place: Place, remark: Remark): Finding {
  return {
    sheet: place.sheet,
    row: place.row,
    column: place.column ?? null,
    field: remark.field ?? null,
    severity: severityOf(remark.code),
    code: remark.code,
    message: messageOf(remark),
  };
}

export const isError = (finding: Finding): boolean => finding.severity === 'error';
