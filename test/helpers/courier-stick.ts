/**
 * The stick of an office in a test: the real handlers of the main process over a folder, with the person's choice
 * of a file given. The keys are those of a device that was registered at a real centre.
 */
import { readdir } from 'node:fs/promises';
import { courierHandlers } from '../../electron/ipc/courier.ts';
import { dispatch, type Handlers } from '../../electron/ipc/dispatch.ts';
import type { DeviceKeys } from '../../electron/vault/device.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { bridgeStick, type Stick } from '../../renderer/data/local/courier/stick.ts';
import type { HosoBridge } from '../../shared/contract/ipc.ts';
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';

export interface TestStick extends Stick {
  /** Where the person's next choice leads; null: the person cancels. */
  choose(file: string | null): void;
  /** When the centre spoke, as the vault was told. */
  readonly spoke: string[];
}

export interface StickKeys {
  readonly account: string;
  readonly device: DeviceKeys;
  readonly centre: CentreKeys | null;
}

export function courierStick({ account, device, centre }: StickKeys): TestStick {
  let chosen: string | null = null;
  const spoke: string[] = [];
  // Of a vault only the owner and the profile's keys are asked for here.
  const vault = { owner: { account }, profile: () => ({ device, centre }) } as unknown as OpenVault;
  const own = courierHandlers({
    vault: () => vault,
    choose: {
      toWrite: () => Promise.resolve(chosen),
      toRead: () => Promise.resolve(chosen),
    },
    centreSpoke: async (atUtc) => {
      spoke.push(atUtc);
    },
  });
  const report = (where: string, fault: unknown) => {
    console.error(where, fault);
    return 'test';
  };
  const bridge: HosoBridge = {
    invoke: (channel, request) => dispatch(own as Handlers, report, channel, request),
  };
  return {
    ...bridgeStick(bridge),
    choose: (file) => {
      chosen = file;
    },
    spoke,
  };
}

/** What lies on a stick. */
export const filesOn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).sort();
