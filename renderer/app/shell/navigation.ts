/** The parts of the application that an account may use, in order. Rights only hide; the centre decides. */
import { mayAnywhere, type Subject } from '../../../shared/account/policy.ts';
import type { Place } from '../../session/index.ts';

export type PartName =
  | 'own'
  | 'dossiers'
  | 'desk'
  | 'import'
  | 'approvals'
  | 'refused'
  | 'atRisk'
  | 'overview'
  | 'catalogues'
  | 'backups'
  | 'courier';

export interface Part {
  readonly name: PartName;
  readonly path: string;
}

const anywhere = mayAnywhere;

const readsDossiers = (subject: Subject): boolean => anywhere(subject, 'dossier.read');

/** A PC at which this account takes steps that wait there for the centre. */
const keepsWork = (subject: Subject, place: Place): boolean =>
  place === 'desktop' &&
  (['change.submit', 'change.submitOwn', 'change.verify', 'change.approve'] as const).some(
    (action) => anywhere(subject, action),
  );

const rules: readonly (Part & { readonly shown: (subject: Subject, place: Place) => boolean })[] = [
  {
    name: 'own',
    path: '/own',
    shown: (subject) => subject.ownDossier !== undefined && anywhere(subject, 'dossier.readOwn'),
  },
  { name: 'dossiers', path: '/dossiers', shown: readsDossiers },
  {
    name: 'desk',
    path: '/desk',
    shown: (subject) => anywhere(subject, 'change.read') || anywhere(subject, 'change.submitOwn'),
  },
  { name: 'import', path: '/import', shown: (subject) => anywhere(subject, 'change.submit') },
  {
    name: 'approvals',
    path: '/approvals',
    shown: (subject) => anywhere(subject, 'change.approve'),
  },
  {
    name: 'refused',
    path: '/refused',
    // A browser is told at once; only a PC can learn later that something was refused.
    shown: keepsWork,
  },
  { name: 'atRisk', path: '/at-risk', shown: keepsWork },
  { name: 'overview', path: '/overview', shown: (subject) => anywhere(subject, 'dashboard.view') },
  {
    name: 'catalogues',
    path: '/catalogues',
    shown: (subject) => anywhere(subject, 'catalogue.edit'),
  },
  { name: 'backups', path: '/backups', shown: (subject) => anywhere(subject, 'backup.view') },
  {
    name: 'courier',
    path: '/courier',
    // At a PC one's own work is carried; in a browser a stick is handed in.
    shown: (subject, place) =>
      place === 'desktop' ? keepsWork(subject, place) : anywhere(subject, 'courier.carry'),
  },
];

export function partsFor(subject: Subject, place: Place): readonly Part[] {
  return rules
    .filter((rule) => rule.shown(subject, place))
    .map(({ name, path }) => ({ name, path }));
}

/** Where an account begins: the department at the figures, a head too when in a browser, others at the dossiers. */
export function homeOf(subject: Subject, place: Place): string {
  const parts = partsFor(subject, place);
  const province = subject.grants.some((grant) => grant.role === 'departmentOfficer');
  if (province && parts.some((part) => part.name === 'overview')) return '/overview';
  if (parts[0]) return parts[0].path;
  return '/nothing';
}

/** The part that a path lies in; a person's own dossier counts as its own part where there is no list. */
export function partAt(path: string, parts: readonly Part[]): PartName | undefined {
  const within = (part: Part) => path === part.path || path.startsWith(`${part.path}/`);
  const found = parts.find(within)?.name;
  return found ?? (path.startsWith('/dossiers/') ? parts.find(isOwn)?.name : undefined);
}

const isOwn = (part: Part) => part.name === 'own';

/**
 * Whether an address leads into a part that this account does not have: someone else sat here before,
 * or a bookmark is older than the rights.
 */
export function isForeign(path: string, subject: Subject, place: Place): boolean {
  const asked = partAt(path, rules);
  return asked !== undefined && partAt(path, partsFor(subject, place)) === undefined;
}
