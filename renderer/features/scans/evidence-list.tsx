/** The scans of a change that was made: where each one is, and looking at it. */
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { maskedSectionsOf } from '../../../shared/change/masking.ts';
import { useScanStates } from '../../session/index.ts';
import { EvidenceRows } from './evidence-rows.tsx';

export function EvidenceList({ change }: { change: Change }) {
  const { t } = useTranslation();
  const { unit, dossier, evidence } = change;
  const refs = evidence.map(({ sha256 }) => ({ unit, dossier, sha256 }));
  // A paper tells what it was added for: under a section that is hidden here it is not shown either.
  const hidden = maskedSectionsOf(change).length > 0;
  const { data } = useScanStates(hidden ? [] : refs);
  if (evidence.length === 0) return null;
  return (
    <div>
      <div className="strong small">{t('scans.title')}</div>
      <EvidenceRows evidence={evidence} place={{ unit, dossier }} states={data} hidden={hidden} />
    </div>
  );
}
