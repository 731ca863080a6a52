/** Scans of which this PC has the only copy: of which dossier, how large, since when, and what keeps them here. */
import { App, Button, Space, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UnsentScan } from '../../data/port/scan-port.ts';
import { useDossier, usePort } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ScanStateMark, ScanViewer, sizeText } from '../scans/index.ts';

export function UnsentScans({ scans }: { scans: readonly UnsentScan[] }) {
  const { t } = useTranslation();
  const title = t('atRisk.scans', { count: scans.length });
  return (
    <section className="stack tight" aria-label={title}>
      <h2 className="section-title" style={{ margin: 0 }}>
        {title}
      </h2>
      <div className="quiet">{t('atRisk.scansText')}</div>
      <Table<UnsentScan>
        size="small"
        rowKey={({ scan, to }) => `${scan.sha256} ${to?.dossier ?? ''}`}
        aria-label={title}
        dataSource={[...scans]}
        columns={columns(t)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}

function columns(t: TFunction): TableColumnsType<UnsentScan> {
  return [
    {
      title: t('atRisk.scan'),
      render: (_, { scan }) => <span className="break-anywhere">{nameOf(t, scan)}</span>,
    },
    { title: t('atRisk.scanOf'), width: 220, render: (_, { to }) => <Whose to={to} /> },
    {
      title: t('atRisk.size'),
      width: 90,
      className: 'number',
      render: (_, { scan }) => sizeText(scan.bytes),
    },
    {
      title: t('atRisk.addedAt'),
      width: 150,
      className: 'number',
      render: (_, { addedAtUtc }) => formatInstant(addedAtUtc),
    },
    { title: t('atRisk.why'), width: 220, render: (_, one) => <Why one={one} /> },
    { title: '', width: 120, render: (_, one) => <Actions one={one} /> },
  ];
}

const nameOf = (t: TFunction, { name }: UnsentScan['scan']): string =>
  name === '' ? t('scans.unnamed') : name;

function Whose({ to }: Pick<UnsentScan, 'to'>) {
  const { t } = useTranslation();
  const view = useDossier(to?.dossier).data;
  if (to === null) return <span className="quiet">{t('atRisk.ofNoChange')}</span>;
  const name = view?.dossier?.content.identity.fullName ?? view?.changes[0]?.personName;
  return <Link to={`/dossiers/${to.dossier}`}>{name ?? t('atRisk.openDossier')}</Link>;
}

function Why({ one }: { one: UnsentScan }) {
  const { t } = useTranslation();
  return one.to === null ? (
    <span className="small">{t('atRisk.notSubmitted')}</span>
  ) : (
    <ScanStateMark state={one.state} />
  );
}

function Actions({ one }: { one: UnsentScan }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const drop = useDrop(one);
  const name = nameOf(t, one.scan);
  return (
    <Space size={4}>
      <Button
        size="small"
        aria-label={t('scans.viewOf', { name })}
        onClick={() => {
          setShown(true);
        }}
      >
        {t('scans.view')}
      </Button>
      {one.to === null ? (
        <Button size="small" danger aria-label={t('scans.remove', { name })} onClick={drop}>
          {t('refused.discard')}
        </Button>
      ) : null}
      {shown ? (
        <ScanViewer
          scan={{ ...one.scan, name }}
          place={one.to}
          onClose={() => {
            setShown(false);
          }}
        />
      ) : null}
    </Space>
  );
}

/** Asks first: nobody else has it. */
function useDrop({ scan }: UnsentScan): () => void {
  const { t } = useTranslation();
  const { scans } = usePort();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  return () => {
    modal.confirm({
      centered: true,
      title: t('atRisk.dropScanTitle', { name: nameOf(t, scan) }),
      content: t('atRisk.dropScanText'),
      okText: t('refused.discardConfirm'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: async () => {
        await scans.remove(scan.sha256);
        await queries.invalidateQueries({ queryKey: ['scans', 'unsent'] });
      },
    });
  };
}
