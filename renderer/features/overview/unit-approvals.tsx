/** The approvals of one unit or of all; each opens to its evidence. */
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Unit } from '../../../shared/unit/unit.ts';
import { useApprovals } from '../../session/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { UnitSelect } from '../../ui/unit-select.tsx';
import { PastApprovals } from '../approval/index.ts';

export function UnitApprovals({ units }: { units: readonly Unit[] }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const unit = params.get('unit') ?? undefined;
  return (
    <div className="stack">
      <UnitSelect
        units={units}
        value={unit}
        allowClear
        label={t('common.unit')}
        placeholder={t('common.allUnits')}
        width={360}
        onChange={(code) => {
          setParams(code === undefined ? { tab: 'approvals' } : { tab: 'approvals', unit: code }, {
            replace: true,
          });
        }}
      />
      <QueryView query={useApprovals(unit)}>
        {(approvals) => <PastApprovals approvals={approvals} />}
      </QueryView>
    </div>
  );
}
