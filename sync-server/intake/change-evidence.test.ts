import { expect, it } from 'vitest';
import type { Evidence } from '../../shared/scan/scan.ts';
import { sampleChange } from '../../test/helpers/sample-changes.ts';
import { checkEvidence } from './change-evidence.ts';

const scan = (number: number, over: Partial<Evidence> = {}): Evidence => ({
  sha256: String(number).padStart(64, '0'),
  name: `${number}.pdf`,
  mediaType: 'application/pdf',
  bytes: 1000,
  ...over,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => scan(at));

it.each<[string, string, Evidence[]]>([
  ['none', 'taken', []],
  ['twenty', 'taken', many(20)],
  ['one too many', 'SCAN_TOO_MANY', many(21)],
  ['one too large', 'SCAN_TOO_LARGE', [scan(1, { bytes: 25 * 1024 * 1024 + 1 })]],
  ['one of another kind', 'SCAN_TYPE_UNKNOWN', [scan(1, { mediaType: 'text/html' })]],
  ['the same one twice', 'INVALID_INPUT', [scan(1), scan(1, { name: 'khác.pdf' })]],
])('the scans of a change: %s', (_, expected, evidence) => {
  const result = checkEvidence(sampleChange(1, { evidence }), Date.parse('2026-11-27'));
  expect(result.ok ? 'taken' : result.problem.code).toBe(expected);
});
