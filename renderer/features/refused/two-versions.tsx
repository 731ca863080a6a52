/** A change that was mended on two PCs: the dossier, the centre's version and this PC's, field by field. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import {
  versionRows,
  type VersionRow,
  type VersionValue,
} from '../../../shared/change/two-versions.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useDossier } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { MaskedValue } from '../../ui/masked-value.tsx';

/** Nothing while both versions say the same, or the centre's is not known here. */
export function TwoVersions({ here }: { here: Change }) {
  const { t } = useTranslation();
  const view = useDossier(here.dossier).data;
  const centre = view?.changes.find(({ _id }) => _id === here._id);
  if (!centre) return null;
  const rows = versionRows(view?.dossier?.content, centre, here);
  if (rows.length === 0) return null;
  return (
    <div className="stack tight">
      <Alert
        type="warning"
        showIcon
        title={t('versions.title')}
        description={t('versions.advice')}
      />
      <table className="plain-table" aria-label={t('versions.title')}>
        <thead>
          <tr>
            <th scope="col">{t('versions.field')}</th>
            <th scope="col">{t('versions.base')}</th>
            <th scope="col">
              {t('versions.centre')}
              <LastStep change={centre} />
            </th>
            <th scope="col">
              {t('versions.here')}
              <LastStep change={here} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Version key={row.path} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LastStep({ change }: { change: Change }) {
  const step = change.history.at(-1);
  if (!step) return null;
  return (
    <div className="quiet small">
      {step.by.name}, {formatInstant(step.atUtc)}
    </div>
  );
}

function Version({ row }: { row: VersionRow }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const field = fieldAt(row.path);
  const label = terms.field(row.path);
  const shown = ({ touched, value }: VersionValue) => {
    if (!touched) return <span className="quiet">{t('versions.notTouched')}</span>;
    const text = displayValue(value, field);
    if (text === '') return t('change.empty');
    return field?.sensitive ? <MaskedValue label={label} text={text} /> : text;
  };
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="break-anywhere">{shown({ touched: true, value: row.base })}</td>
      <td className="strong break-anywhere">{shown(row.centre)}</td>
      <td className="strong break-anywhere">{shown(row.here)}</td>
    </tr>
  );
}
