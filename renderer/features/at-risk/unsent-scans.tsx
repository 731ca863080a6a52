/** Scans of which this PC has the only copy: of which dossier, how large, since when, and what keeps them here. */
import { Button, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UnsentScan } from '../../data/port/scan-port.ts';
import { useDossier } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ScanStateMark, ScanViewer, sizeText } from '../scans/index.ts';
import { useDialogue } from '../../ui/use-dialogue.ts';

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
    { title: t('scans.view'), width: 80, render: (_, one) => <View one={one} /> },
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

function View({ one }: { one: UnsentScan }) {
  const { t } = useTranslation();
  const viewer = useDialogue<UnsentScan>();
  const name = nameOf(t, one.scan);
  return (
    <>
      <Button
        size="small"
        aria-label={t('scans.viewOf', { name })}
        onClick={() => {
          viewer.show(one);
        }}
      >
        {t('scans.view')}
      </Button>
      {viewer.about ? (
        <ScanViewer scan={{ ...one.scan, name }} place={one.to} modal={viewer.modal} />
      ) : null}
    </>
  );
}
