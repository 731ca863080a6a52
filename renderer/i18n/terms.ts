/**
 * Terms that live in `shared/` as data (fields, states, kinds, roles, problems) in the language on screen.
 * In Vietnamese they are the official words of those tables; English has its own table, complete by type.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../shared/account/roles.ts';
import {
  changeKinds,
  changeStates,
  type ChangeKind,
  type ChangeState,
} from '../../shared/change/change.ts';
import { catalogueLabels, type CatalogueName } from '../../shared/catalogue/index.ts';
import { englishOfCheck, wordsOfCheck, type CheckRemark } from '../../shared/checks/index.ts';
import { fieldAt, labelOfField, sectionAt } from '../../shared/dossier/fields.ts';
import {
  fillMessage,
  isProblemCode,
  problemCatalogue,
  type Problem,
} from '../../shared/errors/index.ts';
import { unitKinds, type UnitKind } from '../../shared/unit/unit.ts';
import { englishTerms } from './en/terms.ts';

export interface Terms {
  /** Label of the field at a path; the path itself when the table has none. */
  field(path: string): string;
  section(name: string): string;
  state(state: ChangeState): string;
  kind(kind: ChangeKind): string;
  role(role: Role): string;
  unitKind(kind: UnitKind): string;
  catalogue(name: CatalogueName): string;
  problem(problem: Problem): string;
  check(remark: Pick<CheckRemark, 'code' | 'details'>): string;
}

export const vietnamese: Terms = {
  field: labelOfField,
  section: (name) => sectionAt(name)?.label ?? name,
  state: (state) => changeStates[state],
  kind: (kind) => changeKinds[kind],
  role: (role) => roles[role],
  unitKind: (kind) => unitKinds[kind],
  catalogue: (name) => catalogueLabels[name],
  problem: (problem) => problem.message,
  check: wordsOfCheck,
};

export const english: Terms = {
  field: (path) => fieldAt(path)?.labelEn ?? path,
  section: (name) => sectionAt(name)?.labelEn ?? name,
  state: (state) => englishTerms.states[state],
  kind: (kind) => englishTerms.kinds[kind],
  role: (role) => englishTerms.roles[role],
  unitKind: (kind) => englishTerms.unitKinds[kind],
  catalogue: (name) => englishTerms.catalogues[name],
  problem: (problem) =>
    isProblemCode(problem.code)
      ? fillMessage(problemCatalogue[problem.code].en, problem.details)
      : problem.message,
  check: englishOfCheck,
};

export function useTerms(): Terms {
  const { i18n } = useTranslation();
  return useMemo(() => (i18n.language === 'en' ? english : vietnamese), [i18n.language]);
}
