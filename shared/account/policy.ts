/**
 * May this account do that? The same function decides in the office, in the browser and on the server.
 * Rules are CASL abilities built from the rights table; anything not granted is refused.
 */
import { createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability';
import { rights, type Action, type Grant } from './roles.ts';

/** Whose rights are asked: grants, and the dossier that is the person's own. */
export interface Subject {
  readonly account: string;
  readonly grants: readonly Grant[];
  readonly ownDossier?: string | undefined;
}

/** What is acted on: the unit it lies in, and the dossier when one is meant. */
export interface Target {
  readonly unit: string;
  readonly dossier?: string | undefined;
}

type Ability = MongoAbility<[Action, 'target' | Target], MongoQuery<Target>>;

const ownActions: readonly Action[] = ['dossier.readOwn', 'change.submitOwn'];

/** Unit codes hold only 0–9, A–Z and dots (checked at the edge), so escaping the dot is enough. */
const subtreeOf = (unit: string) => new RegExp(`^${unit.replaceAll('.', '\\.')}(\\.|$)`);

function rulesOf(subject: Subject, grant: Grant) {
  const unit = { $regex: subtreeOf(grant.unit) };
  const { ownDossier } = subject;
  return rights[grant.role].flatMap((action) => {
    if (!ownActions.includes(action))
      return [{ action, subject: 'target' as const, conditions: { unit } }];
    if (ownDossier === undefined) return [];
    return [{ action, subject: 'target' as const, conditions: { unit, dossier: ownDossier } }];
  });
}

function abilityOf(subject: Subject): Ability {
  const rules = subject.grants.flatMap((grant) => rulesOf(subject, grant));
  return createMongoAbility<Ability>(rules, { detectSubjectType: () => 'target' });
}

const abilities = new WeakMap<Subject, Ability>();

export function may(subject: Subject, action: Action, target: Target): boolean {
  let ability = abilities.get(subject);
  if (!ability) {
    ability = abilityOf(subject);
    abilities.set(subject, ability);
  }
  return ability.can(action, target);
}

/** May the account do this anywhere at all? For menus, never for admission. */
export function mayAnywhere(subject: Subject, action: Action): boolean {
  return subject.grants.some((grant) => rights[grant.role].includes(action));
}

/** The tops of the subtrees in which an account may do something. */
export function unitsWith(subject: Subject, action: Action): readonly string[] {
  return [
    ...new Set(
      subject.grants
        .filter((grant) => rights[grant.role].includes(action))
        .map((grant) => grant.unit),
    ),
  ];
}

/** May read a dossier: by office, or because it is the person's own. */
export function mayReadDossier(subject: Subject, target: Target): boolean {
  return may(subject, 'dossier.read', target) || may(subject, 'dossier.readOwn', target);
}

/**
 * May read the sensitive sections of a dossier and of its changes: who enters, approves or oversees them, and the
 * person. A unit's admin handles the work without seeing them.
 */
export function mayReadSensitive(subject: Subject, target: Target): boolean {
  return may(subject, 'dossier.readSensitive', target) || may(subject, 'dossier.readOwn', target);
}

/**
 * May look at a scan: who sees the changes of its dossier. A paper tells what it was added for, so one that a
 * sensitive section rests on needs the right to read that section.
 */
export function mayReadScan(
  subject: Subject,
  target: Target,
  { sensitive }: { readonly sensitive: boolean },
): boolean {
  const sees = may(subject, 'change.read', target) || may(subject, 'dossier.readOwn', target);
  return sees && (!sensitive || mayReadSensitive(subject, target));
}

/** May submit a change: by office, or for the person's own dossier. */
export function maySubmitChange(subject: Subject, target: Target): boolean {
  return may(subject, 'change.submit', target) || may(subject, 'change.submitOwn', target);
}
