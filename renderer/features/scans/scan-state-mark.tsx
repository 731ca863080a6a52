/** Where a scan is: a sign and words, never a colour alone. */
import {
  CloudOutlined,
  CloudUploadOutlined,
  DesktopOutlined,
  QuestionCircleOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanPlace, ScanState } from '../../data/port/scan-port.ts';
import { useTerms } from '../../i18n/terms.ts';

const icons: Readonly<Record<ScanPlace, ReactNode>> = {
  onThisDisk: <DesktopOutlined aria-hidden />,
  sending: <CloudUploadOutlined aria-hidden />,
  atCentre: <CloudOutlined aria-hidden />,
  refused: <StopOutlined aria-hidden />,
  notHere: <WarningOutlined aria-hidden />,
  unknown: <QuestionCircleOutlined aria-hidden />,
};
const words = {
  onThisDisk: 'scans.onThisDisk',
  sending: 'scans.sending',
  atCentre: 'scans.atCentre',
  refused: 'scans.refused',
  notHere: 'scans.notHere',
  unknown: 'scans.unknown',
} as const satisfies Record<ScanPlace, string>;

export function ScanStateMark({ state }: { state: ScanState }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { place, percent, problem } = state;
  return (
    <span
      className="small"
      style={{ color: place === 'refused' ? '#b3261e' : '#465361' }}
      title={problem ? terms.problem(problem) : undefined}
    >
      {icons[place]} {t(words[place], { percent: percent ?? 0 })}
    </span>
  );
}
