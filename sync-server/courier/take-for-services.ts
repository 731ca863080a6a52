/** Taking bundles in with the parts of a running server, one at a time: a bundle may be large. */
import type { Result } from '../../shared/errors/index.ts';
import { subjectOf, type AccountDocument } from '../accounts/account-document.ts';
import type { Services } from '../http/services.ts';
import { pull } from '../http/sync/pull.ts';
import type { PullOnce } from './pull-all.ts';
import { takeBundle, type Taken } from './take-bundle.ts';

export type TakeBundle = (file: string, by: string) => Promise<Result<Taken>>;

export function takesBundles(services: Services): TakeBundle {
  const { units } = services;
  async function pullAs(account: AccountDocument): Promise<PullOnce> {
    const codes = [...(await units.codes())];
    return (request) => pull(services, subjectOf(account), codes, request, services.settings.epoch);
  }
  let last: Promise<unknown> = Promise.resolve();
  return (file, by) => {
    const taken = last.then(() =>
      takeBundle({ ...services, keys: services.courierKeys, pullAs }, file, by),
    );
    // The next one waits for this one's end, however it ended.
    last = taken.catch(() => undefined);
    return taken;
  };
}
