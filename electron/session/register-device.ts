/**
 * Makes this PC known to the centre, which answers with its keys for bundles. Done at each sign-in, since the centre
 * may have been restored without it; without a line it is left to the next one.
 */
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';
import type { Problem } from '../../shared/errors/index.ts';
import { registrationOf } from '../vault/device.ts';
import type { Active } from './active-session.ts';
import type { Centre } from './centre.ts';

export type Registration =
  /** Nothing to ask with, or nobody to ask. */
  | { readonly is: 'left' }
  | { readonly is: 'done'; readonly keys: CentreKeys }
  | { readonly is: 'refused'; readonly problem: Problem };

const left: Registration = { is: 'left' };

export async function registerDevice(centre: Centre, active: Active): Promise<Registration> {
  const { vault, access } = active;
  const { account, device } = vault.profile();
  // An account with an issued password may do nothing before it has one of its own.
  if (!access || !device || account.mustChangePassword) return left;
  const { serverOrigin } = vault.owner;
  const answer = await centre.registerDevice(
    serverOrigin,
    access.accessToken,
    registrationOf(device),
  );
  switch (answer.kind) {
    case 'answered':
      return { is: 'done', keys: answer.value.centre };
    case 'refused':
      return { is: 'refused', problem: answer.problem };
    case 'unreachable':
      return left;
  }
}
