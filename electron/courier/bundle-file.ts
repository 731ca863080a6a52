/** Bundles as files: signed by this PC and sealed for the centre on the way out, the other way round coming back. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  courierAnswerSchema,
  type CourierAnswer,
  type CourierBundle,
} from '../../shared/courier/bundle.ts';
import type { BundleContent } from '../../shared/contract/courier-ipc.ts';
import { courierLimits } from '../../shared/courier/limits.ts';
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';
import { openEnvelope, sealEnvelope } from '../../shared/courier/envelope.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { DeviceKeys } from '../vault/device.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export async function packBundle(
  content: BundleContent,
  account: string,
  device: DeviceKeys,
  centre: CentreKeys,
): Promise<string> {
  const bundle: CourierBundle = {
    form: 'hoso-courier-bundle-1',
    ...content,
    device: device.id,
    account,
  };
  return sealEnvelope({
    kind: 'bundle',
    packed: await pack(JSON.stringify(bundle)),
    signer: { id: device.id, key: device.signingKey },
    receiver: { id: centre.id, key: centre.encryptionKey },
  });
}

export async function openAnswer(
  text: string,
  device: DeviceKeys,
  centre: CentreKeys,
): Promise<Result<CourierAnswer>> {
  const opened = await openEnvelope({
    kind: 'answer',
    text: text.trim(),
    receiver: { id: device.id, key: device.encryptionKey },
    signerOf: (id) =>
      Promise.resolve(id === centre.id ? done(centre.signingKey) : failed('COURIER_NOT_FOR_US')),
  });
  if (!opened.ok) return opened;
  try {
    const limit = { maxOutputLength: courierLimits.unpackedBytes };
    const json: unknown = JSON.parse((await unpack(opened.value.packed, limit)).toString('utf8'));
    const answer = courierAnswerSchema.safeParse(json);
    return answer.success && answer.data.device === device.id
      ? done(answer.data)
      : failed('COURIER_DAMAGED');
  } catch {
    // Signed by the centre and yet neither packed nor JSON: made by another version.
    return failed('COURIER_DAMAGED');
  }
}
