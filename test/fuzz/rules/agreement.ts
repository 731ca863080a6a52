/** Who may read a unit sees of it what the centre holds: each change, dossier and approval, to the letter. */
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

export function disagreements(
  account: SessionAccount,
  standing: Standing,
  truth: Truth,
): readonly string[] {
  return [
    ...differences(
      'change',
      standing.changes,
      truth.changes.values(),
      ({ unit, dossier }) =>
        may(account, 'change.read', { unit }) || may(account, 'dossier.readOwn', { unit, dossier }),
    ),
    ...differences('dossier', standing.dossiers, truth.dossiers.values(), ({ unit, _id }) =>
      mayReadDossier(account, { unit, dossier: _id }),
    ),
    ...differences('approval', standing.approvals, truth.approvals.values(), ({ unit }) =>
      may(account, 'approval.read', { unit }),
    ),
  ];
}
