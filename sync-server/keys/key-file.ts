/**
 * `keys.json` in the data folder: readable by its owner alone, written whole or not at all. The server keys
 * stand newest first; the first one is current.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const serverKeySchema = z.strictObject({
  id: z.string().min(1).max(40),
  secret: z.base64(),
  madeAtUtc: z.iso.datetime(),
});
const keyFileSchema = z.strictObject({
  token: z.base64(),
  claim: z.base64(),
  ring: z.array(serverKeySchema).min(1),
});
export type KeyFile = Readonly<z.infer<typeof keyFileSchema>>;

/** As it was before there was a ring. */
const ringlessSchema = keyFileSchema.omit({ ring: true });

const pathOf = (dataDir: string): string => join(dataDir, 'keys.json');

/** Null when there is none yet. */
export async function readKeyFile(dataDir: string): Promise<KeyFile | null> {
  const text = await readIfThere(pathOf(dataDir));
  if (text === null) return null;
  const found: unknown = JSON.parse(text);
  const ringless = ringlessSchema.safeParse(found);
  if (!ringless.success) return keyFileSchema.parse(found);
  const file = withRing(ringless.data);
  await replaceKeyFile(dataDir, file);
  return file;
}

/** Derived, not random: gateways that start at once over an old file must come to the same key. */
function withRing(old: z.infer<typeof ringlessSchema>): KeyFile {
  const secret = hkdfSync('sha256', old.token, old.claim, 'hoso ring', 32);
  const key = { id: 'first', secret: Buffer.from(secret).toString('base64') };
  return { ...old, ring: [{ ...key, madeAtUtc: '2026-11-27T00:00:00.000Z' }] };
}

/** Never over another's: two gateways may start at once, and either may be killed. What then stands. */
export async function writeKeyFileOnce(dataDir: string, made: KeyFile): Promise<KeyFile> {
  await mkdir(dataDir, { recursive: true });
  const draft = await writeDraft(dataDir, made);
  try {
    await link(draft, pathOf(dataDir));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return keyFileSchema.parse(JSON.parse(await readFile(pathOf(dataDir), 'utf8')));
}

export async function replaceKeyFile(dataDir: string, file: KeyFile): Promise<void> {
  await rename(await writeDraft(dataDir, file), pathOf(dataDir));
}

async function writeDraft(dataDir: string, file: KeyFile): Promise<string> {
  const draft = `${pathOf(dataDir)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify(file), { mode: 0o600, flush: true });
  return draft;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
