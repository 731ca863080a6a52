/** What the pieces of the local adapter share. */
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { AuthoringContext } from '../authoring/draft-change.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { ScanPort } from '../port/scan-port.ts';
import type { HeldVersions } from './held/held-versions.ts';
import type { HeldView } from './held/held-view.ts';
import type { MirrorReader } from './store/mirror-reader.ts';
import type { Summaries } from './summary/summaries.ts';
import type { WorkList } from './work/work-list.ts';

export interface LocalParts {
  readonly account: SessionAccount;
  readonly client: GatewayClient;
  readonly mirror: MirrorReader;
  readonly summaries: Summaries;
  readonly work: WorkList;
  readonly held: HeldVersions;
  readonly heldView: HeldView;
  readonly scans: ScanPort;
  readonly context: () => AuthoringContext;
  readonly lastContactUtc: () => string | null;
  /** Steps in bundles on a stick that wait for their answer, with the moment of the bundle. */
  readonly carriedSince: () => Promise<ReadonlyMap<string, string>>;
  /** Moment of the centre's last whole backup. */
  readonly backupAtUtc: () => string | null;
}
