/** What became of an approval, in one line: icon and words. */
import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';

export function ApprovalOutcomeLine({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const { outcome } = approval;
  if (!outcome) {
    return <Tag icon={<ClockCircleOutlined aria-hidden />}>{t('approve.outcomeWaiting')}</Tag>;
  }
  if (outcome.state === 'accepted') {
    return (
      <Tag color="processing" icon={<ClockCircleOutlined aria-hidden />}>
        {t('approve.outcomeAccepted')}
      </Tag>
    );
  }
  const total = outcome.results.length;
  const applied = outcome.results.filter(
    (result) => result.outcome === 'applied' || result.outcome === 'already',
  ).length;
  const whole = applied === total;
  return (
    <Tag
      color={whole ? 'success' : 'warning'}
      icon={whole ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
    >
      {t('approve.outcomeApplied', { applied, total })}
    </Tag>
  );
}
