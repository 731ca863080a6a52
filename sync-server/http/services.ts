/** The parts of a running server, put together once; routes get them and make nothing themselves. */
import { openAccountDirectory, type AccountDirectory } from '../accounts/account-directory.ts';
import { openCourierKeys, type CourierKeys } from '../courier/courier-keys.ts';
import { openDeviceDirectory, type DeviceDirectory } from '../accounts/device-directory.ts';
import { openPeople } from '../accounts/people.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import { openSessionDirectory, type SessionDirectory } from '../accounts/session-directory.ts';
import { createSignIn, type SignIn } from '../accounts/sign-in.ts';
import { createApplyApproval, type FailurePoint } from '../approvals/apply-approval.ts';
import type { People } from '../approvals/settle-conflicts.ts';
import { createTakeApproval } from '../approvals/take-approval.ts';
import { openAudit, type Audit } from '../documents/audit.ts';
import type { Settings } from '../documents/settings.ts';
import { openCatalogueShelf, type CatalogueShelf } from '../documents/catalogue-shelf.ts';
import { openUnitDirectory, type UnitDirectory } from '../documents/unit-directory.ts';
import { openClaims, type Claims } from '../intake/claims.ts';
import { createIntake, type Intake } from '../intake/push.ts';
import { openProjection, type Projection } from '../projection/open-projection.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { openScans, type Scans } from '../scans/open-scans.ts';
import { runSweep } from '../scans/run-sweep.ts';
import { keepSealed } from '../sensitive/keep-sealed.ts';
import { openSections, type Sections } from '../sensitive/sections.ts';
import { openUnitKeys, type UnitKeys } from '../sensitive/unit-keys.ts';
import type { DocumentStore } from '../store/document-store.ts';

export interface ServiceParts {
  readonly store: DocumentStore;
  readonly blobs: BlobStore;
  readonly settings: Settings;
  readonly keys: ServerKeys;
  /** Trusted root certificates, DER. */
  readonly roots: readonly Uint8Array[];
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
  /** File of the read model; `:memory:` for a short-lived command. */
  readonly projectionFile: string;
  readonly reached?: ((point: FailurePoint) => void) | undefined;
}

export interface Services extends Omit<ServiceParts, 'reached' | 'projectionFile'> {
  readonly audit: Audit;
  readonly accounts: AccountDirectory;
  readonly people: People;
  readonly sessions: SessionDirectory;
  readonly devices: DeviceDirectory;
  readonly courierKeys: () => Promise<CourierKeys>;
  readonly signIn: SignIn;
  readonly units: UnitDirectory;
  readonly catalogues: CatalogueShelf;
  readonly claims: Claims;
  readonly unitKeys: UnitKeys;
  readonly sections: Sections;
  readonly intake: Intake;
  readonly scans: Scans;
  readonly sweepScans: () => Promise<void>;
  readonly projection: Projection;
  readonly applyApproval: (unit: string, id: string) => Promise<string>;
}

export function openServices(parts: ServiceParts): Services {
  const { settings, keys, nowMs } = parts;
  const store = keepSealed(parts.store);
  const unitKeys = openUnitKeys(store, keys.ring, nowMs);
  const sections = openSections(unitKeys, parts.onFailure);
  const audit = openAudit(store, parts.onFailure, nowMs);
  const accounts = openAccountDirectory(store, nowMs);
  const sessions = openSessionDirectory(store, nowMs);
  const devices = openDeviceDirectory(store, nowMs);
  const units = openUnitDirectory(store, parts.onFailure);
  const catalogues = openCatalogueShelf(store, parts.onFailure);
  const claims = openClaims(store, keys.claim, nowMs);
  const reached = parts.reached === undefined ? {} : { reached: parts.reached };
  const scans = openScans({ store, blobs: parts.blobs, keys, nowMs });
  const { restoredAtUtc } = settings;
  const sweepScans = () => runSweep({ store, units, audit, restoredAtUtc, nowMs, ...scans });
  const people = openPeople(accounts);
  const applyApproval = createApplyApproval({
    store,
    claims,
    people,
    sections,
    nowMs,
    ...reached,
  });
  const takeApproval = createTakeApproval({
    store,
    units,
    roots: parts.roots,
    certificatesOf: async (account) =>
      (await accounts.find(account))?.certificates.map(({ sha256 }) => sha256) ?? [],
    missingScans: (changes) => scans.receipts.missing(changes),
    apply: applyApproval,
    nowMs,
    onFailure: parts.onFailure,
  });
  const candidate = (account: string) => people.find(account);
  const intake = createIntake({
    store,
    units,
    claims,
    sections,
    audit,
    nowMs,
    candidate,
    takeApproval,
  });
  const server = { name: settings.name, epoch: settings.epoch };
  const tokenKey = keys.token;
  const signIn = createSignIn({ accounts, sessions, devices, audit, tokenKey, server, nowMs });
  const projection = openProjection({
    store,
    file: parts.projectionFile,
    epoch: settings.epoch,
    onFailure: parts.onFailure,
  });
  const courierKeys = openCourierKeys(store, keys.ring);
  const access = { accounts, sessions, devices, courierKeys, signIn, audit };
  return {
    ...parts,
    ...access,
    store,
    people,
    units,
    catalogues,
    claims,
    unitKeys,
    sections,
    intake,
    scans,
    sweepScans,
    projection,
    applyApproval,
  };
}
