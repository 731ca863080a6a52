/** Takes the signed approval out of the centre and lets OpenSSL judge it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { inRoot } from '../../../build/setup/paths.mjs';
import { approvalEvidenceSchema, approvalsResponseSchema } from '../../../shared/contract/http.ts';
import { sessionSchema } from '../../../shared/contract/session.ts';
import type { Stage } from './stage.ts';

/** manifest.json: exactly the signed bytes; approval.p7s: the signature (DER); ca.pem: whom to trust. */
export async function keepEvidence(stage: Stage): Promise<void> {
  const credentials = { user: 'sonoivu', password: stage.password('sonoivu'), client: 'desktop' };
  const session = await ask(stage.url, '/api/session', sessionSchema, '', credentials);
  const { rows } = await ask(
    stage.url,
    '/api/approvals?unit=H20.81.11',
    approvalsResponseSchema,
    session.accessToken,
  );
  const newest = rows.toSorted((a, b) => (a._id < b._id ? 1 : -1))[0];
  if (!newest) throw new Error('the centre has no approval of the school');
  const route = `/api/approvals/${encodeURIComponent(newest._id)}`;
  const evidence = await ask(stage.url, route, approvalEvidenceSchema, session.accessToken);
  if (!evidence.valid)
    throw new Error(`the centre itself does not find it valid: ${JSON.stringify(evidence.checks)}`);
  await writeFile(path.join(stage.outDir, 'manifest.json'), evidence.manifestText);
  await writeFile(
    path.join(stage.outDir, 'approval.p7s'),
    Buffer.from(evidence.signature, 'base64'),
  );
  await copyFile(inRoot('.hoso', 'demo-pki', 'ca.pem'), path.join(stage.outDir, 'ca.pem'));
}

/** The signature must hold over the manifest, and must not over a manifest with one byte changed. */
export async function judgeEvidence(dir: string): Promise<void> {
  execFileSync('openssl', verifyArguments(dir, 'manifest.json'), { stdio: 'pipe' });
  const bytes = await readFile(path.join(dir, 'manifest.json'));
  const at = bytes.indexOf('"period":"20') + '"period":"20'.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path.join(dir, 'manifest-changed.json'), bytes);
  const changed = spawnSync('openssl', verifyArguments(dir, 'manifest-changed.json'));
  if (changed.status === 0) throw new Error('OpenSSL accepts a manifest that was changed');
}

const verifyArguments = (dir: string, content: string): readonly string[] => [
  'cms',
  '-verify',
  '-cades',
  '-binary',
  '-inform',
  'DER',
  '-in',
  path.join(dir, 'approval.p7s'),
  '-content',
  path.join(dir, content),
  '-CAfile',
  path.join(dir, 'ca.pem'),
  '-purpose',
  'any',
  '-out',
  '/dev/null',
];

async function ask<T extends z.ZodType>(
  base: string,
  route: string,
  schema: T,
  accessToken: string,
  body?: unknown,
): Promise<z.infer<T>> {
  const response = await fetch(base + route, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route}: ${String(response.status)} ${text}`);
  return schema.parse(JSON.parse(text));
}
