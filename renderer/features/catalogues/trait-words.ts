/** Words for what some lists say of each row besides its name. Pay groups are named by their own code. */
import type { TFunction } from 'i18next';
import { payGroupOf } from '../../../shared/pay/index.ts';

const choices = {
  management: 'catalogues.trait.management',
  professional: 'catalogues.trait.professional',
  support: 'catalogues.trait.support',
  coefficient: 'catalogues.trait.coefficient',
  percent: 'catalogues.trait.percent',
  own: 'catalogues.trait.own',
  spouse: 'catalogues.trait.spouse',
  order: 'catalogues.trait.order',
  medal: 'catalogues.trait.medal',
  commemoration: 'catalogues.trait.commemoration',
  certificate: 'catalogues.trait.certificate',
  citation: 'catalogues.trait.citation',
  administrative: 'catalogues.trait.administrative',
  contract: 'catalogues.trait.contract',
  retired: 'catalogues.trait.retired',
  party: 'catalogues.trait.party',
  gives: 'catalogues.trait.gives',
  ends: 'catalogues.trait.ends',
  working: 'catalogues.trait.working',
  away: 'catalogues.trait.away',
  left: 'catalogues.trait.left',
} as const;

const isChoice = (value: string): value is keyof typeof choices => Object.hasOwn(choices, value);

export function choiceWords(t: TFunction, value: string): string {
  if (isChoice(value)) return t(choices[value]);
  const group = payGroupOf(value)?.group;
  return group === undefined ? value : t('catalogues.trait.payGroup', { group });
}
