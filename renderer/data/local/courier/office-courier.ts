/** The port's view of bundles: what stands, writing one, taking an answer. */
import { done } from '../../../../shared/errors/index.ts';
import type { OfficeCourier } from '../../port/courier.ts';
import { willBeSent, type ScanPort } from '../../port/scan-port.ts';
import type { WorkList } from '../work/work-list.ts';
import type { BundleDesk } from './bundle-desk.ts';
import type { Stick } from './stick.ts';

export interface OfficeCourierParts {
  readonly stick: Stick;
  readonly bundles: BundleDesk;
  readonly scans: Pick<ScanPort, 'unsent'>;
  readonly work: Pick<WorkList, 'waiting'>;
}

export function officeCourier(parts: OfficeCourierParts): OfficeCourier {
  const { stick, bundles, scans, work } = parts;
  return {
    standing: async () => ({
      ready: await stick.ready(),
      waiting: work.waiting().length,
      scans: (await scans.unsent()).filter(willBeSent).length,
      bundles: await bundles.bundles(),
    }),
    write: () => bundles.write((content) => stick.write(content)),
    read: async () => {
      const answer = await stick.read();
      if (!answer.ok) return answer;
      return answer.value ? bundles.take(answer.value) : done(null);
    },
  };
}
