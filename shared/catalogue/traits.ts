/**
 * What some lists say of each of their rows besides its words, e.g. the pay group of a rank. Whoever adds a row to
 * such a list has to say it too, since the program reckons with it.
 */
import { payGroups } from '../pay/index.ts';
import type { CatalogueName, CatalogueRow } from './catalogue.ts';

export interface Trait {
  /** Its field in the row. */
  readonly key: string;
  readonly choices: readonly string[];
}

const traits: Readonly<Partial<Record<CatalogueName, Trait>>> = {
  rank: { key: 'payGroup', choices: payGroups.map(({ group }) => group) },
  jobPosition: { key: 'kind', choices: ['management', 'professional', 'support'] },
  allowanceKind: { key: 'form', choices: ['coefficient', 'percent'] },
  kinship: { key: 'side', choices: ['own', 'spouse'] },
  reward: {
    key: 'group',
    choices: ['order', 'medal', 'commemoration', 'certificate', 'citation'],
  },
  discipline: { key: 'target', choices: ['administrative', 'contract', 'retired', 'party'] },
  appointmentKind: { key: 'effect', choices: ['gives', 'ends'] },
  employmentStatus: { key: 'standing', choices: ['working', 'away', 'left'] },
};

export const traitOf = (name: CatalogueName): Trait | undefined => traits[name];

/** What a row says of its trait; undefined where the list has none. */
export function traitValue(name: CatalogueName, row: CatalogueRow): string | undefined {
  const key = traits[name]?.key;
  if (key === undefined) return undefined;
  const value: unknown = Object.entries(row).find(([field]) => field === key)?.[1];
  return typeof value === 'string' ? value : undefined;
}
