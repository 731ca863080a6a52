/** A good signature in memory, and the verdict on it with one thing changed. */
import type { Authority } from '../../../build/demo-pki/issue.ts';
import type { CadesVerdict } from '../../../sync-server/approvals/cms/verdict.ts';
import { verifyCades, type CadesInput } from '../../../sync-server/approvals/cms/verify.ts';
import { sampleContent as content } from './signing-fixture.ts';
import {
  newRoot,
  newSigner,
  signInMemory,
  type Signer,
  type SoftwareSigning,
} from './software-signer.ts';

export const signedAtUtc = '2026-11-03T02:00:00.000Z';
export const atUtc = '2026-11-04T02:00:00.000Z';

export interface GoodSignature {
  readonly root: Authority;
  /** Its certificate is issued by the root itself. */
  readonly signer: Signer;
  readonly good: Uint8Array;
  readonly judge: (changes?: Partial<CadesInput>) => Promise<CadesVerdict>;
  readonly judgeSignedBy: (
    by: Signer,
    signing?: Partial<SoftwareSigning>,
    input?: Partial<CadesInput>,
  ) => Promise<CadesVerdict>;
}

export async function makeGoodSignature(): Promise<GoodSignature> {
  const root = await newRoot('Root');
  const signer = await newSigner(root);
  const good = await signInMemory(signer, { content, signedAtUtc });
  const judge: GoodSignature['judge'] = (changes = {}) =>
    verifyCades({ cms: good, content, roots: [root.certificate], atUtc, ...changes });
  return {
    root,
    signer,
    good,
    judge,
    judgeSignedBy: async (by, signing = {}, input = {}) =>
      judge({ cms: await signInMemory(by, { content, signedAtUtc, ...signing }), ...input }),
  };
}
