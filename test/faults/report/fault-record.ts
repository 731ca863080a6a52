/**
 * What one fault test has shown. A test records it at its end, after its expectations: a fault whose
 * test failed has no record, and the page check finds it missing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Which part is struck, in the order of the page. */
export const faultAreas = ['office', 'line', 'centre', 'store', 'scans', 'backup'] as const;

export const faultRecordSchema = z.strictObject({
  area: z.enum(faultAreas),
  /** What happens, in a few words; with the area it names the row. */
  fault: z.string().min(1),
  /** How the test causes it. */
  where: z.string().min(1),
  /** How often it was caused. */
  runs: z.number().int().positive(),
  /** Pieces of work that a person or a client had been told were kept. */
  acknowledged: z.number().int().nonnegative(),
  /** Those of them that were nowhere afterwards. */
  lost: z.number().int().nonnegative(),
  /** What the person sees, or what the part does. */
  outcome: z.string().min(1),
});
export type FaultRecord = z.infer<typeof faultRecordSchema>;

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test-results', 'reliability');

export const keyOf = ({ area, fault }: Pick<FaultRecord, 'area' | 'fault'>): string =>
  `${area}: ${fault}`;

/** Each row is a file of its own: tests run in several processes. */
export function recordFault(row: FaultRecord): void {
  const name = createHash('sha256').update(keyOf(row)).digest('hex').slice(0, 16);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(faultRecordSchema.parse(row))}\n`);
}

export function recordedFaults(): readonly FaultRecord[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).map((name) =>
    faultRecordSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
}

/** Rows of an earlier run, perhaps of a test that is gone, must not count. */
export function clearFaults(): void {
  rmSync(folder, { recursive: true, force: true });
}
