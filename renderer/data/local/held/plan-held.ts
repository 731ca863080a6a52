/**
 * What is to be done with the held versions, given what the centre has now: which are let go, which steps are offered,
 * what the person is told. Pure. Of one change at most one offer is under way: the next follows what comes of it.
 */
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import { changeDigest } from '../../../../shared/change/digest.ts';
import type { HeldVersion } from './held-versions.ts';
import { enteredPart, judgeHeld, type HeldVerdict } from './judge-held.ts';

export interface HeldFacts {
  readonly account: string;
  readonly versions: readonly HeldVersion[];
  /** Changes as the centre has them, by id. */
  readonly masters: ReadonlyMap<string, Change>;
  /** Everything that the centre has, also what this program does not understand. */
  readonly present: ReadonlySet<string>;
  /** Steps of it are under way. */
  readonly isBusy: (target: string) => boolean;
  readonly refused: (target: string) => readonly (Change | Approval)[];
  /** Of a dossier at the centre; 0 when it has none. */
  readonly dossierVersion: (dossier: string) => number;
  readonly isInBackup: (change: Change) => boolean;
}

export interface HeldPlan {
  /** Version ids. */
  readonly release: readonly string[];
  /** `after`: how many steps the centre has. */
  readonly offers: readonly {
    readonly id: string;
    readonly document: Change | Approval;
    readonly after: number;
  }[];
  /** Into the refused list, and then released. */
  readonly tell: readonly { readonly id: string; readonly document: Change }[];
}

interface Judged {
  readonly version: HeldVersion;
  readonly change: Change;
  readonly verdict: HeldVerdict;
}

const nothing: HeldPlan = { release: [], offers: [], tell: [] };

function sameSteps(a: Change, b: Change | Approval): boolean {
  if (b.type !== 'change' || a.history.length !== b.history.length) return false;
  const [mine, other] = [a.history.at(-1), b.history.at(-1)];
  return mine?.atUtc === other?.atUtc && mine?.by.account === other?.by.account;
}

function isTold(change: Change, { refused }: HeldFacts): boolean {
  const entered = enteredPart(change) ?? change;
  return refused(change._id).some((one) => sameSteps(entered, one));
}

/** What a later version replaced is kept until a backup has it: only here it is known what that step said. */
const mayGo = (
  { change, verdict }: Judged,
  master: Change | undefined,
  facts: HeldFacts,
): boolean =>
  verdict.is === 'covered' &&
  (!master || changeDigest(master) === changeDigest(change) || facts.isInBackup(change));

/** The one to offer: what goes least far, the others follow it. */
function nextOffer(
  judged: readonly Judged[],
  after: number,
  facts: HeldFacts,
): HeldPlan['offers'][number] | null {
  const offers = judged.flatMap(({ version, verdict }) =>
    verdict.is === 'offer' && version.offeredAfter !== after ? [{ version, verdict }] : [],
  );
  const [first] = offers.sort(
    (a, b) => a.verdict.change.history.length - b.verdict.change.history.length,
  );
  if (!first) return null;
  const { change, bringsContent } = first.verdict;
  // Intake refuses a content that was made on a later version of the dossier than it has.
  if (bringsContent && facts.dossierVersion(change.dossier) < change.baseVersion) return null;
  return { id: first.version.id, document: change, after };
}

function planChange(target: string, versions: readonly HeldVersion[], facts: HeldFacts): HeldPlan {
  const master = facts.masters.get(target);
  if (!master && facts.present.has(target)) return nothing;
  const judged = versions.flatMap((version): Judged[] =>
    version.document.type === 'change'
      ? [
          {
            version,
            change: version.document,
            verdict: judgeHeld(version.document, master ?? null, facts.account),
          },
        ]
      : [],
  );
  const told = judged.filter(({ change }) => isTold(change, facts));
  const open = judged.filter((one) => !told.includes(one));
  const over = open.filter(
    (one) => mayGo(one, master, facts) || (one.verdict.is === 'lost' && !tellsMore(one, open)),
  );
  const busy = facts.isBusy(target);
  const offer = busy ? null : nextOffer(open, master?.history.length ?? 0, facts);
  const mayOffer = busy || open.some(({ verdict }) => verdict.is === 'offer');
  const tell = open.filter(
    (one) =>
      (one.verdict.is === 'lost' && tellsMore(one, open)) ||
      (one.verdict.is === 'contentUnknown' && !mayOffer),
  );
  return {
    release: [...told, ...over].map(({ version }) => version.id),
    offers: offer ? [offer] : [],
    tell: tell.map(({ version, change }) => ({
      id: version.id,
      document: enteredPart(change) ?? change,
    })),
  };
}

/** Something of this account was left out, and no longer version says it. */
function tellsMore({ verdict, change }: Judged, all: readonly Judged[]): boolean {
  if (verdict.is !== 'lost' || !verdict.own) return false;
  return !all.some(
    (other) =>
      other.verdict.is === 'lost' &&
      other.verdict.own &&
      other.change.history.length > change.history.length,
  );
}

const verifiedOrLater: ReadonlySet<Change['state']> = new Set<Change['state']>([
  'verified',
  'approved',
  'conflicted',
  'withdrawn',
]);

/** Whether a change of a manifest may still come back to where it was signed. */
export function isAwaited(
  id: string,
  { masters, versions }: Pick<HeldFacts, 'masters' | 'versions'>,
): boolean {
  const master = masters.get(id);
  if (master && verifiedOrLater.has(master.state)) return false;
  return versions.some(({ document }) => document._id === id);
}

function planApproval(version: HeldVersion, approval: Approval, facts: HeldFacts): HeldPlan {
  const { id, offeredAfter } = version;
  if (facts.present.has(approval._id)) return { ...nothing, release: [id] };
  if (facts.refused(approval._id).length > 0 && offeredAfter !== null)
    return { ...nothing, release: [id] };
  const { signer, changes } = approval.manifest;
  const mayOffer =
    signer.account === facts.account &&
    offeredAfter === null &&
    !facts.isBusy(approval._id) &&
    !changes.some((change) => isAwaited(change.id, facts));
  if (!mayOffer) return nothing;
  const { outcome: _outcome, ...document } = approval;
  return { ...nothing, offers: [{ id, document, after: 0 }] };
}

export function planHeld(facts: HeldFacts): HeldPlan {
  const byTarget = Map.groupBy(facts.versions, ({ document }) => document._id);
  const plans = [...byTarget].flatMap(([target, versions]) =>
    target.startsWith('change:')
      ? [planChange(target, versions, facts)]
      : versions.flatMap((version) =>
          version.document.type === 'approval'
            ? [planApproval(version, version.document, facts)]
            : [],
        ),
  );
  return {
    release: plans.flatMap(({ release }) => release),
    offers: plans.flatMap(({ offers }) => offers),
    tell: plans.flatMap(({ tell }) => tell),
  };
}
