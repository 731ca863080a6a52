/**
 * The one door between features and data. Two adapters stand behind it: `local` (RxDB, offline, in the
 * desktop window) and `remote` (HTTP, in a browser). A feature never knows which one it has.
 *
 * Promises resolve when the work is safe where the adapter keeps it: on this disk (local) or at the
 * centre (remote). Expected failures are Results; only defects are thrown.
 */
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { Approval } from '../../../shared/approval/approval.ts';
import type {
  Change,
  ChangeKind,
  ChangeState,
  FieldDecision,
  PersonStamp,
} from '../../../shared/change/change.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import type { JsonObject, JsonValue } from '../../../shared/canonical/json.ts';
import type { BackupOverview, BackupTaskName } from '../../../shared/contract/backups.ts';
import type { Receipt } from '../../../shared/change/receipt.ts';
import type {
  ApprovalEvidence,
  DossierSummary,
  UnitSummary,
} from '../../../shared/contract/http.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import type { Problem, Result } from '../../../shared/errors/index.ts';
import type { CataloguePort } from './catalogues.ts';
import type { Carrier, OfficeCourier } from './courier.ts';
import type { Devices } from './devices.ts';
import type { UnfinishedForms } from './unfinished.ts';
import type { RoomLevel } from '../../../shared/regulation/disk-room.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import type { ScanPort } from './scan-port.ts';

export interface DossierQuery {
  /** The subtree of this unit; all units the account may see when absent. */
  readonly unit?: string;
  /** Searched without marks in name, identity number, position. */
  readonly text?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface ChangeQuery {
  readonly unit?: string;
  readonly states?: readonly ChangeState[];
  readonly dossier?: string;
}

export interface DossierView {
  /** Null while its `create` change is not yet approved. */
  readonly dossier: Dossier | null;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly approvals: readonly Approval[];
}

/** What a person entered, before it becomes a change. The adapter adds ids, author, times. */
export interface ChangeDraft {
  readonly unit: string;
  /** Null for a new dossier. */
  readonly dossier: string | null;
  readonly kind: ChangeKind;
  readonly baseVersion: number;
  readonly patch: JsonObject;
  /** Civil date of the decision or event behind the change. */
  readonly clockFrom: string;
  /** Scans that show it; added by `scans.add` before. */
  readonly evidence?: readonly Evidence[];
}

/** What a person chose for one field of a conflict case. */
export interface FieldChoice extends FieldDecision {
  /** Of `other`: the value, null for none. */
  readonly value?: JsonValue;
}

/** Whom a conflict case may be handed to. */
export interface Assignable {
  readonly people: readonly PersonStamp[];
  /** False without a line: only those who have entered something there before are known. */
  readonly complete: boolean;
}

/** What only this PC has: lost if its disk were lost now. */
export interface AtRiskItem {
  readonly id: string;
  /**
   * `waiting`: will be sent by itself. `refused`: a person has to decide. `lacking`: a restored centre has it no more;
   * it waits for what others have to bring back first, or for somebody to give it up.
   */
  readonly why: 'waiting' | 'refused' | 'lacking';
  readonly change?: Change;
  readonly approval?: Approval;
  /** When it was entered or signed. */
  readonly atUtc: string;
  /** When it was written on a stick whose answer has not come back. */
  readonly onStickSinceUtc?: string;
}

/** Where a change stands on its way to the centre. */
export type Delivery = 'onThisDisk' | 'atCentre' | 'refused';

/** A document the centre refused. The input is kept until a person mends or discards it. */
export interface RefusedItem {
  readonly id: string;
  readonly kind: 'change' | 'approval';
  readonly problem: Problem;
  readonly refusedAtUtc: string;
  readonly change?: Change;
  readonly approval?: Approval;
}

/** A refused change as a person has mended it. */
export interface Mended {
  readonly patch: JsonObject;
  /** Version of the dossier that they saw; null for a new person. */
  readonly seenVersion: number | null;
  /** Those of the refused change unless given. */
  readonly evidence?: readonly Evidence[];
}

/** Signs the exact text of a manifest; on the desktop with a token, nowhere else. */
export type SignText = (
  text: string,
) => Promise<Result<{ readonly signature: string; readonly certificateSha256: string }>>;

/**
 * `offline`: no line. `portal`: the network wants a sign-in of its own. `centreTrouble`: the line stands, the
 * centre does not answer as it should. `paused`: a person stopped it. `error`: anything else.
 */
export type SyncPhase =
  | 'offline'
  | 'portal'
  | 'centreTrouble'
  | 'connecting'
  | 'pulling'
  | 'pushing'
  | 'live'
  | 'paused'
  | 'signInNeeded'
  | 'error';

export interface SyncState {
  readonly phase: SyncPhase;
  /** Documents on this disk that the centre does not have yet. */
  readonly waiting: number;
  readonly refused: number;
  /** Versions kept here that a restored centre has no more. */
  readonly lacking: number;
  readonly lastContactUtc: string | null;
  /** Documents received so far in the running pull. */
  readonly received: number;
  /** Dossiers received so far in a pull of several pages, and how many it will be; null when one page does. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** By how much the clock of this PC is wrong: positive when it runs ahead, 0 when it is right. */
  readonly clockErrorMs: number;
  readonly problem: Problem | null;
}

export interface SyncMonitor {
  state(): SyncState;
  subscribe(listener: () => void): () => void;
  /** Tries now, whatever the back-off says; ends a pause. */
  syncNow(): Promise<void>;
  /** Stops what is under way and tries no more until told; what was received and saved stays. */
  pause(): void;
  resume(): void;
}

/** How this PC keeps the work. In a browser, which keeps nothing, always well. */
export interface KeepingState {
  /** Of the disk: `low` is a warning, with `full` nothing new is saved or received. */
  readonly room: RoomLevel;
  readonly freeBytes: number | null;
  /** The database was lost and is being filled from the centre again. Unsent work is there all the same. */
  readonly rebuilding: boolean;
  /** Unsent steps on this disk that do not open any more; they stay where they are. */
  readonly unreadable: number;
}

export interface KeepingMonitor {
  state(): KeepingState;
  subscribe(listener: () => void): () => void;
}

/** Kinds of data that a screen may show; for refreshing what is on screen. */
export type Topic = 'units' | 'catalogues' | 'dossiers' | 'changes' | 'approvals' | 'refused';

export interface DataPort {
  readonly place: 'local' | 'remote';
  readonly account: SessionAccount;
  readonly sync: SyncMonitor;
  readonly keeping: KeepingMonitor;
  readonly scans: ScanPort;
  readonly catalogues: CataloguePort;

  units(): Promise<readonly UnitSummary[]>;
  dossiers(
    query: DossierQuery,
  ): Promise<{ readonly total: number; readonly rows: readonly DossierSummary[] }>;
  /** Null when neither the dossier nor a change of it is known here. */
  dossier(id: string): Promise<DossierView | null>;
  /** Newest first. */
  changes(query: ChangeQuery): Promise<readonly Change[]>;
  /** How far a change has come on its way to the centre. */
  delivery(changeIds: readonly string[]): Promise<ReadonlyMap<string, Delivery>>;
  /** The ladder of a change from this disk to the centre's backup; null when it is not known here. */
  receipt(changeId: string): Promise<Receipt | null>;
  /** Oldest first; empty when nothing would be lost with this PC. */
  atRisk(): Promise<readonly AtRiskItem[]>;

  /** Saves and submits, in order; one Result per draft. `onProgress` after each. */
  submit(
    drafts: readonly ChangeDraft[],
    onProgress?: (done: number) => void,
  ): Promise<readonly Result<Change>[]>;
  /** Moves changes on (verified, returned, withdrawn); one Result per id. */
  move(
    ids: readonly string[],
    to: ChangeState,
    reason?: string,
  ): Promise<readonly Result<Change>[]>;
  /** Sends a returned change again with another patch. */
  resubmit(
    id: string,
    patch: JsonObject,
    clockFrom: string,
    evidence?: readonly Evidence[],
  ): Promise<Result<Change>>;

  /** Of a change that met others, now or once; null when it did not, or is not known here. */
  conflictCase(changeId: string): Promise<ConflictCase | null>;
  /** Submits the decision on a conflicted change, or sends a returned one again; answers that change. */
  decideConflict(
    changeId: string,
    choices: readonly FieldChoice[],
    /** Version of the dossier that the person saw while choosing. */
    seenVersion: number,
  ): Promise<Result<Change>>;
  /** Names another person to decide; answers the conflicted change. */
  reassign(changeId: string, to: PersonStamp, reason: string): Promise<Result<Change>>;
  assignable(unit: string): Promise<Assignable>;

  approvals(unit?: string): Promise<readonly Approval[]>;
  /** Builds the manifest over the changes as they stand here, has it signed and keeps the approval. */
  approve(input: {
    readonly unit: string;
    readonly period: string;
    readonly changes: readonly string[];
    readonly sign: SignText;
  }): Promise<Result<Approval>>;
  /** The approval with its signature checked now; null where that cannot be done (offline). */
  evidence(approvalId: string): Promise<ApprovalEvidence | null>;

  refused(): Promise<readonly RefusedItem[]>;
  /** Sends a refused change anew, as a new change with the mended patch. */
  mend(id: string, mended: Mended): Promise<Result<Change>>;
  /** Gives up a refused item for good. */
  discard(id: string): Promise<void>;

  /** What was typed into forms and not submitted. */
  readonly unfinished: UnfinishedForms;
  readonly devices: Devices;
  /** Bundles on a stick for this PC's work; null where no PC keeps any. */
  readonly courier: OfficeCourier | null;
  /** Handing in what somebody else's PC wrote. */
  readonly carrier: Carrier;
  /** How the centre's backups stand; asked of the centre each time. */
  backups(): Promise<Result<BackupOverview>>;
  /** Has the centre begin one; how it ends is in the overview. */
  startBackup(task: BackupTaskName): Promise<Result<void>>;

  subscribe(listener: (topics: ReadonlySet<Topic>) => void): () => void;
  close(): Promise<void>;
}
