/**
 * Bundles for the page: signed by this PC, sealed for the centre, written and read where a person says. A session
 * that ended while a dialogue stood open writes and reads nothing any more.
 */
import path from 'node:path';
import { bundleFileName } from '../../shared/courier/file-names.ts';
import type { CourierAnswer } from '../../shared/courier/bundle.ts';
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { openAnswer, packBundle } from '../courier/bundle-file.ts';
import type { ChooseFile } from '../courier/choose-file.ts';
import { readFromStick, writeToStick } from '../courier/stick-files.ts';
import type { DeviceKeys } from '../vault/device.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { Handlers } from './dispatch.ts';

export interface CourierParts {
  readonly vault: () => OpenVault | null;
  readonly choose: ChooseFile;
  /** The centre has spoken, at this moment by its clock. */
  readonly centreSpoke: (atUtc: string) => Promise<void>;
}

interface Keys {
  readonly device: DeviceKeys;
  readonly centre: CentreKeys;
}

type CourierChannel = 'courier.ready' | 'courier.write' | 'courier.read';

function keysOf(vault: OpenVault | null): Result<Keys> {
  if (!vault) return failed('SESSION_EXPIRED');
  const { device, centre } = vault.profile();
  return device && centre ? done({ device, centre }) : failed('COURIER_NO_CENTRE_KEY');
}

export function courierHandlers(parts: CourierParts): Pick<Handlers, CourierChannel> {
  const { choose } = parts;

  /** The keys, and the file that a person chose; null when nobody wants it any more. */
  async function chosen(
    ask: (vault: OpenVault) => Promise<string | null>,
  ): Promise<Result<(Keys & { readonly file: string; readonly account: string }) | null>> {
    const vault = parts.vault();
    const keys = keysOf(vault);
    if (!keys.ok) return keys;
    const file = vault && (await ask(vault));
    if (!vault || file === null) return done(null);
    if (parts.vault() !== vault) return failed('SESSION_EXPIRED');
    return done({ ...keys.value, file, account: vault.owner.account });
  }

  async function opened(): Promise<Result<CourierAnswer | null>> {
    const chose = await chosen(() => choose.toRead());
    if (!chose.ok || !chose.value) return chose.ok ? done(null) : chose;
    const { file, device, centre } = chose.value;
    const text = await readFromStick(file);
    return text.ok ? openAnswer(text.value, device, centre) : text;
  }

  return {
    'courier.ready': async () => done({ ready: keysOf(parts.vault()).ok }),
    'courier.write': async ({ content }) => {
      const { id, madeAtUtc } = content;
      const chose = await chosen(({ owner }) =>
        choose.toWrite(bundleFileName(owner.account, id, madeAtUtc)),
      );
      if (!chose.ok) return chose;
      if (!chose.value) return done({ file: null });
      const { file, account, device, centre } = chose.value;
      const written = await writeToStick(file, await packBundle(content, account, device, centre));
      return written.ok ? done({ file: path.basename(file) }) : written;
    },
    'courier.read': async () => {
      const answer = await opened();
      if (!answer.ok) return answer;
      if (answer.value) await parts.centreSpoke(answer.value.madeAtUtc);
      return done({ answer: answer.value });
    },
  };
}
