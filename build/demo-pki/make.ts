/**
 * Makes the whole PKI in an empty folder. Runs in a process of its own (see ensure.ts): SoftHSM
 * reads its configuration from the environment of the process, and is native code.
 */
import { createHash, webcrypto } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as pkijs from 'pkijs';
import {
  certificatePem,
  createAuthority,
  issueCertificate,
  signerUsage,
  type Authority,
} from './issue.ts';
import { demoPin, tokenPlans, type DemoPki, type DemoToken, type NamedTokenPlan } from './pki.ts';
import { SoftHsm, softHsmConf, type OpenToken } from './softhsm.ts';

const yearMs = 365 * 24 * 3600 * 1000;
/** The one key pair of a token. */
const keyId = Buffer.from([1]);

export interface MakeOrder {
  /** Where the files are written. */
  readonly dir: string;
  /** Where the folder will stand in the end: the paths written into the files. */
  readonly finalDir: string;
  readonly module: string;
  readonly fixtures: boolean;
}

/** Dates reach a year back, so that approvals of past periods can be shown in the demo. */
const validity = (now: Date) => ({
  notBefore: new Date(now.getTime() - yearMs),
  notAfter: new Date(now.getTime() + 4 * yearMs),
});

export async function makeDemoPki(order: MakeOrder, now: Date): Promise<DemoPki> {
  await mkdir(join(order.dir, 'tokens'), { recursive: true });
  const root = await createAuthority({ commonName: 'HoSo Demo Root CA' }, validity(now));
  const between = { commonName: 'HoSo Demo Issuing CA' };
  const intermediate = await createAuthority(between, validity(now), root);
  const softhsm = new SoftHsm(order.module);
  const tokens: DemoToken[] = [];
  for (const plan of tokenPlans(order.fixtures)) {
    const token = softhsm.createToken(plan.label, demoPin);
    tokens.push(await fillToken(token, plan, { root, intermediate }, now));
    token.close();
  }
  softhsm.close();
  const caPem = certificatePem(root.certificate);
  const softhsmConf = join(order.finalDir, 'softhsm2.conf');
  const pki: DemoPki = { caPem, softhsmConf, module: resolve(order.module), tokens };
  await writeFiles(order, pki, root);
  return pki;
}

interface Authorities {
  readonly root: Authority;
  readonly intermediate: Authority;
}

async function fillToken(
  token: OpenToken,
  plan: NamedTokenPlan,
  { root, intermediate }: Authorities,
  now: Date,
): Promise<DemoToken> {
  const publicKey =
    plan.flaw === 'key-absent'
      ? await strangerPublicKey()
      : token.generateKey(plan.key, keyId).export({ type: 'spki', format: 'der' });
  const der = await issueCertificate({
    subject: { commonName: plan.commonName, organisation: plan.organisation },
    publicKey:
      plan.flaw === 'key-of-another' ? await strangerPublicKey() : Uint8Array.from(publicKey),
    issuer: plan.throughIntermediate ? intermediate : root,
    ...flawedValidity(plan, now),
    authority: plan.flaw === 'certificate-authority',
    usage: usageOf(plan),
  });
  token.writeCertificate(keyId, plan.label, der, subjectOf(der));
  if (plan.throughIntermediate) {
    // As on real tokens: the whole chain beside the certificate, the root included.
    for (const [index, { certificate }] of [intermediate, root].entries()) {
      const id = Buffer.from([index + 2]);
      token.writeCertificate(id, `issuer ${index + 1}`, certificate, subjectOf(certificate));
    }
  }
  return {
    name: plan.name,
    label: plan.label,
    serial: token.serial,
    pin: demoPin,
    certificateSha256: createHash('sha256').update(der).digest('hex'),
    certificatePem: certificatePem(der),
  };
}

function flawedValidity({ flaw }: NamedTokenPlan, now: Date) {
  const good = validity(now);
  const at = (years: number): Date => new Date(now.getTime() + years * yearMs);
  if (flaw === 'expired') return { notBefore: good.notBefore, notAfter: at(-0.1) };
  if (flaw === 'not-yet-valid') return { notBefore: at(0.1), notAfter: good.notAfter };
  return good;
}

function usageOf({ flaw }: NamedTokenPlan) {
  if (flaw === 'encryption-only') return ['keyEncipherment'] as const;
  if (flaw === 'certificate-authority') return [...signerUsage, 'keyCertSign'] as const;
  return signerUsage;
}

const subjectOf = (der: Uint8Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(pkijs.Certificate.fromBER(der).subject.toSchema().toBER());

/** A public key whose private half nobody keeps. */
async function strangerPublicKey(): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return new Uint8Array(await webcrypto.subtle.exportKey('spki', keys.publicKey));
}

/** `pki.json` comes last: a folder that has it is complete. */
async function writeFiles(order: MakeOrder, pki: DemoPki, root: Authority): Promise<void> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', root.key)).toString('base64');
  const keyPem = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
  const write = (name: string, text: string, mode = 0o644): Promise<void> =>
    writeFile(join(order.dir, name), text, { mode });
  await write('ca.key.pem', keyPem, 0o600);
  await write('ca.pem', pki.caPem);
  await write('softhsm2.conf', softHsmConf(join(order.finalDir, 'tokens')));
  await write('pki.json', `${JSON.stringify(pki, null, 2)}\n`);
}
