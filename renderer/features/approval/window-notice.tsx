/** When the month may be approved, by which rule; the citation stands beside what it demands. */
import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { periodName } from '../evidence/index.ts';
import { periodWindow } from './periods.ts';

const words = {
  inWindow: 'approve.windowIn',
  early: 'approve.windowEarly',
  late: 'approve.windowLate',
} as const;

interface WindowNoticeProps {
  readonly unit: string;
  readonly period: string;
  readonly now: string;
}

export function WindowNotice({ unit, period, now }: WindowNoticeProps) {
  const { t } = useTranslation();
  const found = periodWindow(unit, period, now);
  if (!found) return null;
  const { first, last, timing, source } = found;
  return (
    <div style={{ flex: 1, minWidth: 360 }}>
      {timing === 'inWindow' ? (
        <CheckCircleOutlined aria-hidden />
      ) : (
        <ClockCircleOutlined aria-hidden />
      )}{' '}
      {t('approve.window', { period: periodName(period), first, last })}. {t(words[timing])}{' '}
      <span className="quiet small">{t('approve.windowSource', { source })}</span>
    </div>
  );
}
