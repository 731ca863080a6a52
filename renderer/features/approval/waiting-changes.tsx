/** Changes that wait for the signature: read each, choose, sign. */
import { DesktopOutlined } from '@ant-design/icons';
import { Alert, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { unitCovers } from '../../../shared/unit/unit.ts';
import { useSigning, useUnitNames } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { periodName } from '../evidence/index.ts';
import { openPeriods } from './periods.ts';
import { SignBar } from './sign-bar.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { WaitingTable } from './waiting-table.tsx';
import { WindowNotice } from './window-notice.tsx';

interface WaitingChangesProps {
  readonly changes: readonly Change[];
  /** Units for which this account signs. */
  readonly units: readonly string[];
}

export function WaitingChanges({ changes, units }: WaitingChangesProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const signing = useSigning();
  const [now] = useState(() => new Date().toISOString());
  const periods = openPeriods(now);
  const [unit = '', setUnit] = useState(units[0]);
  const [period, setPeriod] = useState<string>(periods[0]);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  // What is signed is what was chosen when the dialog opened, whatever arrives meanwhile.
  const [signed, setSigned] = useState<readonly Change[] | null>(null);
  const rows = changes.filter((change) => unitCovers(unit, change.unit));
  // All are ticked until the head decides otherwise: unticking is the exception.
  const selected = rows.filter((change) => chosen === null || chosen.includes(change._id));
  return (
    <div className="stack">
      {signing ? null : (
        <Alert
          type="info"
          showIcon
          icon={<DesktopOutlined />}
          title={t('approve.browserTitle')}
          description={t('approve.browserText')}
        />
      )}
      <div className="toolbar">
        {units.length > 1 ? (
          <Select
            aria-label={t('approve.unit')}
            value={unit}
            options={units.map((code) => ({ value: code, label: unitName(code) }))}
            style={{ minWidth: 280 }}
            onChange={setUnit}
          />
        ) : null}
        <Select
          aria-label={t('approve.period')}
          value={period}
          options={periods.map((value) => ({
            value,
            label: `${t('approve.period')} ${periodName(value)}`,
          }))}
          style={{ minWidth: 220 }}
          onChange={setPeriod}
        />
        <WindowNotice unit={unit} period={period} now={now} />
      </div>
      {rows.length === 0 ? (
        <EmptyAdvice title={t('approve.emptyTitle')} advice={t('approve.emptyAdvice')} />
      ) : (
        <>
          <SignBar
            count={selected.length}
            total={rows.length}
            onSign={
              signing
                ? () => {
                    setSigned(selected);
                  }
                : null
            }
          />
          <WaitingTable
            changes={rows}
            chosen={selected.map((change) => change._id)}
            onChoose={setChosen}
          />
        </>
      )}
      {/* Outlives the list: once signed, the changes leave it while the outcome is still being read. */}
      {signing && signed ? (
        <SignDialog
          signing={signing}
          changes={signed}
          unit={unit}
          period={period}
          onClose={(done) => {
            setSigned(null);
            if (done) setChosen(null);
          }}
        />
      ) : null}
    </div>
  );
}
