/** Who may read a unit sees of it what the centre holds: each change, dossier and approval, to the letter. */
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import type { SessionAccount } from '../../../shared/account/account.ts';
import { may, mayReadDossier } from '../../../shared/account/policy.ts';
import { canonicalDigest } from '../../../shared/canonical/canonical.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Truth } from '../centre/truth.ts';
import type { Standing } from '../office/calls.ts';

interface Placed {
  readonly _id: string;
  readonly unit: string;
}

const digest = (document: object): string =>
  // A document that came as JSON is JSON.
  canonicalDigest(JSON.parse(JSON.stringify(document)) as JsonObject);

function differences<T extends Placed>(
  kind: string,
  here: readonly T[],
  there: Iterable<T>,
  mayRead: (document: T) => boolean,
): readonly string[] {
  const local = new Map(here.filter(mayRead).map((document) => [document._id, document]));
  const problems: string[] = [];
  for (const document of there) {
    if (!mayRead(document)) continue;
    const own = local.get(document._id);
    local.delete(document._id);
    if (!own) problems.push(`${kind} ${document._id} of the centre is not here`);
    else if (digest(own) !== digest(document))
      problems.push(`${kind} ${document._id} differs: ${comparison(own, document)}`);
  }
  for (const id of local.keys()) problems.push(`${kind} ${id} here is not at the centre`);
  return problems;
}

/** Names no more than the fields that differ, and how far a change has come. */
function comparison(here: object, there: object): string {
  const [own, other] = [new Map(Object.entries(here)), new Map(Object.entries(there))];
  const text = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));
  const keys = [...new Set([...own.keys(), ...other.keys()])].filter(
    (key) => text(own.get(key)) !== text(other.get(key)),
  );
  return keys
    .map(
      (key) =>
        `${key}: here ${shortened(own.get(key))}, at the centre ${shortened(other.get(key))}`,
    )
    .join('; ');
}

function shortened(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (!Array.isArray(value)) return JSON.stringify(value).slice(0, 80);
  const steps: readonly unknown[] = value;
  return steps
    .map((each) =>
      each !== null && typeof each === 'object' && 'state' in each ? String(each.state) : '…',
    )
    .join('→');
}

interface Readable {
  readonly change: (document: Change) => boolean;
  readonly dossier: (document: Dossier) => boolean;
  readonly approval: (document: Approval) => boolean;
}

const readableBy = (account: SessionAccount): Readable => ({
  change: ({ unit, dossier }) =>
    may(account, 'change.read', { unit }) || may(account, 'dossier.readOwn', { unit, dossier }),
  dossier: ({ unit, _id }) => mayReadDossier(account, { unit, dossier: _id }),
  approval: ({ unit }) => may(account, 'approval.read', { unit }),
});

/** What is shown as no longer at the centre agrees with a centre that has none of it. */
function withoutLacking(standing: Standing, delivered: Truth): Standing {
  const ids = new Set(
    standing.lacking.flatMap(({ change, approval }) => (change ?? approval)?._id ?? []),
  );
  const dossiers = new Set(standing.lacking.flatMap(({ change }) => change?.dossier ?? []));
  const { changes, approvals } = delivered;
  return {
    ...standing,
    changes: standing.changes.filter(({ _id }) => changes.has(_id) || !ids.has(_id)),
    approvals: standing.approvals.filter(({ _id }) => approvals.has(_id) || !ids.has(_id)),
    dossiers: standing.dossiers.filter(
      ({ _id }) => delivered.dossiers.has(_id) || !dossiers.has(_id),
    ),
  };
}

/** @param delivered what the centre gives to this account */
export function disagreements(
  account: SessionAccount,
  standing: Standing,
  delivered: Truth,
): readonly string[] {
  const readable = readableBy(account);
  const { changes, dossiers, approvals } = delivered;
  const here = withoutLacking(standing, delivered);
  return [
    ...differences('change', here.changes, changes.values(), readable.change),
    ...differences('dossier', here.dossiers, dossiers.values(), readable.dossier),
    ...differences('approval', here.approvals, approvals.values(), readable.approval),
  ];
}

/** What the centre holds, and the account may read, and yet is not given to it. */
export function withheld(
  account: SessionAccount,
  delivered: Truth,
  truth: Truth,
): readonly string[] {
  const readable = readableBy(account);
  const missing = <T extends Placed>(
    own: ReadonlyMap<string, T>,
    all: ReadonlyMap<string, T>,
    mayRead: (document: T) => boolean,
  ) => [...all.values()].filter((document) => mayRead(document) && !own.has(document._id));
  return [
    ...missing(delivered.changes, truth.changes, readable.change),
    ...missing(delivered.dossiers, truth.dossiers, readable.dossier),
    ...missing(delivered.approvals, truth.approvals, readable.approval),
  ].map(({ _id }) => `${_id} is at the centre and not delivered`);
}
