/** The stick, over the bridge: the main process seals and opens, and asks the person for the place. */
import type { BundleContent } from '../../../../shared/contract/courier-ipc.ts';
import type { HosoBridge } from '../../../../shared/contract/ipc.ts';
import type { CourierAnswer } from '../../../../shared/courier/bundle.ts';
import { done, type Result } from '../../../../shared/errors/index.ts';

export interface Stick {
  /** Whether this PC has what it needs to seal a bundle for the centre. */
  ready(): Promise<boolean>;
  /** The name of the file that was written; null: the person cancelled. */
  write(content: BundleContent): Promise<Result<string | null>>;
  /** Null: the person cancelled. */
  read(): Promise<Result<CourierAnswer | null>>;
}

export function bridgeStick(bridge: HosoBridge): Stick {
  return {
    ready: async () => {
      const answer = await bridge.invoke('courier.ready', undefined);
      return answer.ok && answer.value.ready;
    },
    write: async (content) => {
      const answer = await bridge.invoke('courier.write', { content });
      return answer.ok ? done(answer.value.file) : answer;
    },
    read: async () => {
      const answer = await bridge.invoke('courier.read', undefined);
      return answer.ok ? done(answer.value.answer) : answer;
    },
  };
}
