/** The bundles that this PC has written, and which of them still wait for an answer. */
import { CheckCircleOutlined, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarriedBundle } from '../../data/port/courier.ts';
import { useAccount } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';

const marks: Readonly<Record<CarriedBundle['state'], ReactNode>> = {
  open: <ClockCircleOutlined aria-hidden />,
  answered: <CheckCircleOutlined aria-hidden />,
  overtaken: <MinusCircleOutlined aria-hidden />,
};

function stateText(t: TFunction, { state, waiting }: CarriedBundle): string {
  if (state === 'answered') return t('courier.answered');
  if (state === 'overtaken') return t('courier.overtaken');
  return waiting > 0 ? t('courier.openWaiting', { count: waiting }) : t('courier.open');
}

function columns(t: TFunction, by: string): TableColumnsType<CarriedBundle> {
  return [
    {
      title: t('courier.made'),
      width: 160,
      className: 'number',
      render: (_, { madeAtUtc }) => formatInstant(madeAtUtc),
    },
    { title: t('courier.by'), width: 180, render: () => by },
    {
      title: t('courier.file'),
      render: (_, { file }) => file ?? <span className="quiet">{t('courier.noFile')}</span>,
    },
    { title: t('courier.steps'), width: 90, className: 'number', dataIndex: 'steps' },
    {
      title: t('courier.state'),
      width: 360,
      render: (_, bundle) => (
        <>
          {marks[bundle.state]} {stateText(t, bundle)}
        </>
      ),
    },
  ];
}

export function BundleTable({ bundles }: { bundles: readonly CarriedBundle[] }) {
  const { t } = useTranslation();
  // The database of a PC is one account's: nobody else wrote any of these.
  const { name } = useAccount();
  return (
    <section aria-label={t('courier.bundles')}>
      <h2 className="section-title">{t('courier.bundles')}</h2>
      {bundles.length === 0 ? (
        <div className="panel">
          <EmptyAdvice title={t('courier.emptyTitle')} advice={t('courier.emptyAdvice')} />
        </div>
      ) : (
        <>
          <Table<CarriedBundle>
            size="small"
            rowKey="id"
            aria-label={t('courier.bundles')}
            dataSource={[...bundles]}
            columns={columns(t, name)}
            pagination={false}
          />
          <p className="quiet small">{t('courier.oneAnswer')}</p>
        </>
      )}
    </section>
  );
}
