/** The demonstration's certificates, made by the set-up of the checkout; a demonstration can do without. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';

const pkiSchema = z.object({
  caPem: z.string(),
  tokens: z.array(z.object({ label: z.string(), certificatePem: z.string() })),
});
export type DemoCertificates = Readonly<z.infer<typeof pkiSchema>>;

const projectRoot = resolve(import.meta.dirname, '..', '..', '..');

/** Null when none were made. `HOSO_DEMO_PKI` names the folder or the file. */
export async function readDemoPki(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<DemoCertificates | null> {
  const place = environment.HOSO_DEMO_PKI ?? resolve(projectRoot, '.hoso', 'demo-pki');
  const file = place.endsWith('.json') ? place : resolve(place, 'pki.json');
  try {
    return pkiSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
