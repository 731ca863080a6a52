/** What was signed before, with its outcome; a row opens to the evidence. */
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';
import { useUnitNames } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { ApprovalOutcomeLine, EvidencePanel, periodName } from '../evidence/index.ts';

export function PastApprovals({ approvals }: { approvals: readonly Approval[] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (approvals.length === 0) {
    return (
      <EmptyAdvice title={t('approve.pastEmptyTitle')} advice={t('approve.pastEmptyAdvice')} />
    );
  }
  return (
    <Table<Approval>
      size="small"
      rowKey="_id"
      aria-label={t('overview.approvals')}
      dataSource={[...approvals]}
      columns={columns(t, unitName)}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{
        expandRowByClick: true,
        expandedRowRender: (approval) => <EvidencePanel approval={approval} />,
      }}
    />
  );
}

function columns(t: TFunction, unitName: (code: string) => string): TableColumnsType<Approval> {
  return [
    {
      title: t('approve.period2'),
      width: 90,
      className: 'number strong',
      render: (_, approval) => periodName(approval.period),
    },
    { title: t('common.unit'), render: (_, approval) => unitName(approval.unit) },
    { title: t('approve.signedBy'), width: 150, render: (_, { manifest }) => manifest.signer.name },
    {
      title: t('approve.signedAt'),
      width: 140,
      className: 'number',
      render: (_, { manifest, outcome }) =>
        formatInstant(outcome?.signedAtUtc ?? manifest.createdAtUtc),
    },
    {
      title: t('approve.count'),
      width: 105,
      align: 'right',
      className: 'number',
      render: (_, { manifest }) => manifest.changes.length,
    },
    {
      title: t('approve.timing'),
      width: 170,
      render: (_, { outcome }) => (
        <QuietValue value={outcome ? t(`evidence.${outcome.timing}`) : null} />
      ),
    },
    {
      title: t('approve.outcome'),
      width: 190,
      render: (_, approval) => <ApprovalOutcomeLine approval={approval} />,
    },
  ];
}
