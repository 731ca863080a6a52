/** The sums at the top. */
import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../../shared/dossier/display.ts';
import type { Totals } from './totals.ts';

export function Figures({ totals }: { totals: Totals }) {
  const { t } = useTranslation();
  const figures = [
    [t('overview.totalUnits'), totals.units],
    [t('overview.totalDossiers'), totals.dossiers],
    [t('overview.totalWaiting'), totals.waiting],
    [t('overview.totalConflicted'), totals.conflicted],
    [t('overview.silentUnits'), totals.silent],
  ] as const;
  return (
    <div className="figures">
      {figures.map(([label, value]) => (
        <div key={label} className="figure">
          <span className="quiet">{label}</span>
          <b>{formatInteger(value)}</b>
        </div>
      ))}
    </div>
  );
}
