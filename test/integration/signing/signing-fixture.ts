/** A folder with a CA and software tokens for one test file, and what tests ask of it. */
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoPki } from '../../../build/demo-pki/ensure.ts';
import type { DemoPki, DemoToken, TokenName } from '../../../build/demo-pki/pki.ts';
import type { SignRequest } from '../../../electron/signing/types.ts';
import type { CadesVerdict } from '../../../sync-server/approvals/cms/verdict.ts';

export interface SigningFixture {
  readonly dir: string;
  readonly pki: DemoPki;
  /** The CA, DER. */
  readonly root: Uint8Array;
  readonly env: Readonly<Record<string, string>>;
  token(name: TokenName): DemoToken;
  request(name: TokenName, changes?: Partial<SignRequest>): SignRequest;
  remove(): Promise<void>;
}

export const sampleContent = new TextEncoder().encode('{"changes":["01J…"],"note":"Phê duyệt"}');

export async function makeSigningFixture(): Promise<SigningFixture> {
  const dir = await mkdtemp(join(tmpdir(), 'hoso-signing-'));
  const pki = await ensureDemoPki({ dir: join(dir, 'pki'), fixtures: true });
  const token = (name: TokenName): DemoToken => {
    const found = pki.tokens.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no token ${name}`);
    return found;
  };
  return {
    dir,
    pki,
    root: new X509Certificate(pki.caPem).raw,
    env: { SOFTHSM2_CONF: pki.softhsmConf },
    token,
    request: (name, changes = {}) => {
      const { serial, certificateSha256, pin } = token(name);
      const content = sampleContent;
      const { module } = pki;
      return { module, tokenSerial: serial, certificateSha256, pin, content, ...changes };
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The names of the checks that did not pass, for short expectations. */
export const failedChecks = (verdict: CadesVerdict): readonly string[] =>
  verdict.checks.filter(({ ok }) => !ok).map(({ name }) => name);

export function reasonOf(verdict: CadesVerdict, name: string): string {
  const check = verdict.checks.find((each) => each.name === name);
  return check === undefined || check.ok ? 'passed' : check.reason;
}
