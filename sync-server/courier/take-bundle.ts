/**
 * Taking a bundle in: whose it is says the device's signature, what may be written says the same intake as over
 * a line, and the answer brings back the verdict on each row and all that is new. The same file again has no
 * second effect (intake knows what stands) and gets an answer anew: the first one may have been lost on its way.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import type { CourierAnswer } from '../../shared/courier/bundle.ts';
import { openEnvelope, sealEnvelope } from '../../shared/courier/envelope.ts';
import { pushRowSchema, type PushResult } from '../../shared/contract/sync.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { AccountDocument } from '../accounts/account-document.ts';
import { subjectOf } from '../accounts/account-document.ts';
import { isDeviceOfPassword, type DeviceDocument } from '../accounts/device-directory.ts';
import type { Services } from '../http/services.ts';
import type { CourierKeys } from './courier-keys.ts';
import { pullAll, type PullOnce } from './pull-all.ts';
import { meetBundle } from './taken-bundles.ts';
import type { UnpackedBundle } from './unpack-bundle.ts';
import { unpackInWorker } from './unpack-in-worker.ts';

export interface TakeParts extends Pick<
  Services,
  'store' | 'accounts' | 'devices' | 'intake' | 'audit' | 'settings' | 'nowMs'
> {
  readonly keys: () => Promise<CourierKeys>;
  /** A pull as that account. */
  readonly pullAs: (account: AccountDocument) => Promise<PullOnce>;
}

export interface Taken {
  readonly answer: string;
  readonly bundle: string;
  readonly account: string;
  readonly rows: number;
  readonly refused: number;
  readonly again: boolean;
}

interface Sender {
  readonly bundle: UnpackedBundle['head'];
  readonly pieces: UnpackedBundle['pieces'];
  readonly device: DeviceDocument;
  readonly account: AccountDocument;
}

const pack = promisify(gzip);

/** @param by the account that brought the file, for the record */
export async function takeBundle(
  parts: TakeParts,
  file: string,
  by: string,
): Promise<Result<Taken>> {
  const opened = await openBundle(parts, file);
  if (!opened.ok) {
    const outcome = opened.problem.code;
    parts.audit.record({ event: 'courier.take', account: by, outcome });
    return opened;
  }
  const { bundle, pieces, account } = opened.value;
  const sha256 = createHash('sha256').update(file).digest('hex');
  const takenAtUtc = new Date(parts.nowMs()).toISOString();
  const met = await meetBundle(parts.store, bundle, sha256, takenAtUtc);
  const target = `${bundle.device} ${bundle.id}`;
  parts.audit.record({ event: 'courier.take', account: by, target, outcome: met });
  if (met === 'other') return failed('COURIER_ALREADY_USED');
  const results = await pushAs(parts, account, pieces);
  const answer = await makeAnswer(parts, opened.value, results);
  return done({
    answer,
    bundle: bundle.id,
    account: account.account,
    rows: results.length,
    refused: results.filter(({ outcome }) => outcome === 'refused').length,
    again: met === 'again',
  });
}

async function openBundle(parts: TakeParts, file: string): Promise<Result<Sender>> {
  const { id, encryption } = await parts.keys();
  const envelope = await openEnvelope({
    kind: 'bundle',
    text: file.trim(),
    receiver: { id, key: encryption },
    signerOf: async (signer) => {
      const device = await parts.devices.find(signer);
      if (!device) return failed('COURIER_DEVICE_UNKNOWN');
      return device.revokedAtUtc === null ? done(device.signingKey) : failed('DEVICE_REVOKED');
    },
  });
  if (!envelope.ok) return envelope;
  const unpacked = await unpackInWorker(envelope.value.packed);
  const device = await parts.devices.find(envelope.value.signer);
  // The device speaks for its own account alone, whatever the bundle says.
  if (!unpacked || !device || unpacked.head.device !== envelope.value.signer)
    return failed('COURIER_DAMAGED');
  const { head: bundle, pieces } = unpacked;
  if (bundle.account !== device.account) return failed('FORBIDDEN');
  const account = await parts.accounts.find(device.account);
  if (!account || account.disabled) return failed('ACCOUNT_DISABLED');
  if (account.mustChangePassword) return failed('PASSWORD_CHANGE_REQUIRED');
  // A key that was registered with an earlier password may be a stranger's: the PC shows the present one first.
  if (!isDeviceOfPassword(device, account.passwordChangedAtUtc))
    return failed('COURIER_PASSWORD_CHANGED');
  return done({ bundle, pieces, device, account });
}

const rowsSchema = z.array(pushRowSchema);

async function pushAs(
  { intake }: TakeParts,
  account: AccountDocument,
  pieces: readonly string[],
): Promise<readonly PushResult[]> {
  const author = { subject: subjectOf(account), name: account.name };
  const results: PushResult[] = [];
  for (const piece of pieces)
    results.push(...(await intake.push(author, rowsSchema.parse(JSON.parse(piece)))));
  return results;
}

async function makeAnswer(
  parts: TakeParts,
  { bundle, device, account }: Sender,
  results: readonly PushResult[],
): Promise<string> {
  const answer: CourierAnswer = {
    form: 'hoso-courier-answer-1',
    bundle: bundle.id,
    device: bundle.device,
    madeAtUtc: new Date(parts.nowMs()).toISOString(),
    epoch: parts.settings.epoch,
    results: [...results],
    ...(await pullAll(await parts.pullAs(account), bundle.cursors)),
  };
  const { id, signing } = await parts.keys();
  return sealEnvelope({
    kind: 'answer',
    packed: await pack(JSON.stringify(answer)),
    signer: { id, key: signing },
    receiver: { id: bundle.device, key: device.encryptionKey },
  });
}
