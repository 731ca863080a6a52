/** What a decision says of each field and why; shown to whoever verifies, signs or looks back. */
import { useTranslation } from 'react-i18next';
import type { FieldDecision } from '../../../shared/change/change.ts';
import { useTerms } from '../../i18n/terms.ts';

export function DecisionList({ decisions }: { decisions: readonly FieldDecision[] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <table className="plain-table" aria-label={t('conflict.decisions')}>
      <thead>
        <tr>
          <th scope="col">{t('change.field')}</th>
          <th scope="col">{t('conflict.decisionColumn')}</th>
          <th scope="col">{t('conflict.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ path, take, reason }) => (
          <tr key={path}>
            <td>{terms.field(path)}</td>
            <td className="strong">{t(`conflict.take_${take}`)}</td>
            <td className="break-anywhere">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
