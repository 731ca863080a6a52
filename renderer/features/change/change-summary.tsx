/** One line that says what a change is about. */
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { allFields, fieldAt } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';

const order = new Map(allFields.map((field, index) => [field.path, index]));
const placeOf = (path: string) => order.get(fieldAt(path)?.path ?? '') ?? order.size;

const inFormOrder = (paths: readonly string[]) =>
  [...paths].sort((a, b) => placeOf(a) - placeOf(b));

export function ChangeSummary({ change }: { change: Change }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const fieldNames = (paths: readonly string[]) => [
    ...new Set(inFormOrder(paths).map((path) => terms.field(path))),
  ];
  if (change.resolves)
    return (
      <>
        {t('conflict.decisionFor')}:{' '}
        {fieldNames(change.resolves.decisions.map(({ path }) => path)).join(', ')}
      </>
    );
  if (change.kind !== 'amend') return <>{terms.kind(change.kind)}</>;
  const labels = fieldNames(change.paths);
  const [first, second, ...rest] = labels;
  if (first === undefined) return <>{terms.kind(change.kind)}</>;
  if (second === undefined) return <>{first}</>;
  const lead = `${first}, ${second}`;
  return (
    <>{rest.length > 0 ? t('change.summaryMore', { first: lead, count: rest.length }) : lead}</>
  );
}
