/** Places between two steps on the disk at which a test has the program die (electron/fault-points.ts). */
import type { FaultPoint } from '../../../../shared/contract/fault-points.ts';
import type { HosoBridge } from '../../../../shared/contract/ipc.ts';

/** Resolves, unless a test has armed this very point: then the program ends here. */
export type ReachPoint = (point: FaultPoint) => Promise<void>;

export const nothingArmed: ReachPoint = () => Promise.resolve();

export async function reachOverBridge(bridge: HosoBridge): Promise<ReachPoint> {
  const allowed = await bridge.invoke('faults.allowed', undefined);
  if (!allowed.ok || !allowed.value) return nothingArmed;
  return async (point) => {
    await bridge.invoke('faults.reached', { point });
  };
}
