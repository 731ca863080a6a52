/** The sets that are kept, newest first. */
import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { BackupOverview } from '../../../shared/contract/backups.ts';
import { formatInteger } from '../../../shared/dossier/display.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';

type SetRow = BackupOverview['sets'][number];

export function SetTable({ sets }: { readonly sets: readonly SetRow[] }) {
  const { t } = useTranslation();
  return (
    <Table<SetRow>
      size="small"
      rowKey="set"
      aria-label={t('backups.sets', { count: sets.length })}
      title={() => t('backups.sets', { count: sets.length })}
      dataSource={[...sets]}
      columns={columns(t)}
      pagination={false}
      locale={{
        emptyText: (
          <EmptyAdvice title={t('backups.emptyTitle')} advice={t('backups.emptyAdvice')} />
        ),
      }}
    />
  );
}

function columns(t: TFunction): TableColumnsType<SetRow> {
  const count = (title: string, of: (row: SetRow) => number) => ({
    title,
    width: 110,
    align: 'right' as const,
    className: 'number',
    render: (_: unknown, row: SetRow) => formatInteger(of(row)),
  });
  return [
    {
      title: t('backups.takenAt'),
      width: 160,
      render: (_, { snapshotAtUtc }) =>
        snapshotAtUtc === null ? '–' : formatInstant(snapshotAtUtc),
    },
    { title: t('backups.set'), dataIndex: 'set' },
    count(t('backups.documents'), ({ documents }) => documents),
    count(t('backups.blobs'), ({ blobs }) => blobs),
    {
      title: t('backups.size'),
      width: 110,
      align: 'right',
      className: 'number',
      render: (_, { bytes }) => sizeOf(bytes),
    },
    {
      title: t('backups.state'),
      width: 200,
      render: (_, { readable }) =>
        readable ? (
          <>
            <CheckOutlined aria-hidden /> {t('backups.readable')}
          </>
        ) : (
          <span style={{ color: '#a8071a' }}>
            <WarningOutlined aria-hidden /> {t('backups.unreadable')}
          </span>
        ),
    },
  ];
}

const megabytes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const sizeOf = (bytes: number): string => `${megabytes.format(Math.max(0.1, bytes / 1e6))} MB`;
