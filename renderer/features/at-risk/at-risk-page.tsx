/**
 * "If this PC broke now, what would be lost?" Normally nothing, and it says since when that is known. Otherwise
 * the list of what exists on this disk alone, and what to do about it.
 */
import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AtRiskItem, SyncState } from '../../data/port/data-port.ts';
import type { UnsentScan } from '../../data/port/scan-port.ts';
import { useTerms, type Terms } from '../../i18n/terms.ts';
import {
  useAtRisk,
  usePort,
  useSync,
  useUnfinishedForms,
  useUnsentScans,
} from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ChangeSummary } from '../change/index.ts';
import { periodName } from '../evidence/index.ts';
import { GiveUp } from './give-up.tsx';
import { OldDataNotice, useOldDataLeft } from './old-data.tsx';
import { UnfinishedForms } from './unfinished-forms.tsx';
import { UnsentScans } from './unsent-scans.tsx';

export function AtRiskPage() {
  const { t } = useTranslation();
  const forms = useUnfinishedForms().data ?? [];
  const scans = useUnsentScans();
  return (
    <Page title={t('atRisk.title')}>
      <QueryView query={useAtRisk()}>
        {(items) => <Content items={items} forms={forms} scans={scans} />}
      </QueryView>
    </Page>
  );
}

interface ContentProps {
  readonly items: readonly AtRiskItem[];
  readonly forms: readonly string[];
  readonly scans: readonly UnsentScan[];
}

function Content({ items, forms, scans }: ContentProps) {
  const left = useOldDataLeft().at(-1);
  const others = items.length + forms.length + scans.length > 0;
  if (!others && left === undefined) return <NothingLost />;
  return (
    <>
      {left === undefined ? null : <OldDataNotice leftAtUtc={left} others={others} />}
      {items.length > 0 ? <AtRiskList items={items} /> : null}
      {scans.length > 0 ? <UnsentScans scans={scans} /> : null}
      {forms.length > 0 ? <UnfinishedForms keys={forms} /> : null}
    </>
  );
}

function NothingLost() {
  const { t } = useTranslation();
  const { lastContactUtc } = useSync();
  return (
    <section className="panel at-risk-none" aria-label={t('atRisk.nothing')}>
      <CheckCircleFilled aria-hidden className="at-risk-mark" />
      <div>
        <h2 className="section-title" style={{ margin: 0 }}>
          {t('atRisk.nothing')}
        </h2>
        <p>{t('atRisk.nothingText')}</p>
        <p className="quiet">
          {lastContactUtc === null
            ? t('atRisk.noContact')
            : t('atRisk.lastContact', { time: formatInstant(lastContactUtc) })}
        </p>
      </div>
    </section>
  );
}

function AtRiskList({ items }: { items: readonly AtRiskItem[] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const count = (reason: AtRiskItem['why']) => items.filter(({ why }) => why === reason).length;
  return (
    <div className="stack">
      <Advice waiting={count('waiting')} refused={count('refused')} lacking={count('lacking')} />
      <Table<AtRiskItem>
        size="small"
        rowKey="id"
        aria-label={t('atRisk.tableLabel')}
        dataSource={[...items]}
        columns={columns(t, terms)}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </div>
  );
}

/** What to do depends on what keeps it here. */
function adviceOf(t: TFunction, { phase }: SyncState): string {
  if (phase === 'signInNeeded') return t('atRisk.signIn');
  if (phase === 'paused') return t('atRisk.paused');
  if (phase === 'portal') return t('atRisk.portal');
  if (phase === 'centreTrouble') return t('atRisk.centreTrouble');
  if (phase === 'offline' || phase === 'error') return t('atRisk.connect');
  return t('atRisk.sending');
}

interface Counts {
  readonly waiting: number;
  readonly refused: number;
  readonly lacking: number;
}

function Advice({ waiting, refused, lacking }: Counts) {
  const { t } = useTranslation();
  const { courier } = usePort();
  const state = useSync();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('atRisk.some', { count: waiting + refused + lacking })}
      description={
        <>
          {waiting > 0 ? <div>{adviceOf(t, state)}</div> : null}
          {waiting > 0 && courier && state.phase !== 'live' ? (
            <div>
              {t('atRisk.byStick')} <Link to="/courier">{t('courier.openPage')}</Link>
            </div>
          ) : null}
          {refused > 0 ? (
            <div>
              {t('atRisk.refused', { count: refused })}{' '}
              <Link to="/refused">{t('atRisk.openRefused')}</Link>
            </div>
          ) : null}
          {lacking > 0 ? <div>{t('atRisk.lacking', { count: lacking })}</div> : null}
        </>
      }
      action={waiting > 0 ? <SendNow /> : undefined}
    />
  );
}

function SendNow() {
  const { t } = useTranslation();
  const { sync } = usePort();
  const [trying, setTrying] = useState(false);
  const send = async () => {
    setTrying(true);
    // A failed try shows in the header and in the advice above.
    await sync.syncNow().catch(() => undefined);
    setTrying(false);
  };
  return (
    <Button type="primary" loading={trying} onClick={() => void send()}>
      {t('atRisk.sendNow')}
    </Button>
  );
}

/** Whose the change is, or which approval. */
function nameOf(t: TFunction, { change, approval }: AtRiskItem): string {
  if (change) return change.personName;
  const { period = '', manifest } = approval ?? {};
  const count = manifest?.changes.length ?? 0;
  return t('refused.approvalItem', { period: periodName(period), count });
}

function Subject({ item }: { item: AtRiskItem }) {
  const { t } = useTranslation();
  const { change } = item;
  if (!change) return <>{nameOf(t, item)}</>;
  return (
    <>
      <Link className="strong" to={`/dossiers/${change.dossier}`}>
        {change.personName}
      </Link>
      {' · '}
      <ChangeSummary change={change} />
    </>
  );
}

function whyText(t: TFunction, { why, onStickSinceUtc }: AtRiskItem): string {
  if (why === 'refused') return t('atRisk.whyRefused');
  if (why === 'lacking') return t('atRisk.whyLacking');
  if (onStickSinceUtc === undefined) return t('atRisk.whyWaiting');
  return t('courier.onStick', { time: formatInstant(onStickSinceUtc) });
}

function columns(t: TFunction, terms: Terms): TableColumnsType<AtRiskItem> {
  return [
    { title: t('atRisk.what'), render: (_, item) => <Subject item={item} /> },
    {
      title: t('atRisk.step'),
      width: 190,
      render: (_, { change }) => (change ? terms.state(change.state) : t('atRisk.signature')),
    },
    {
      title: t('atRisk.since'),
      width: 170,
      className: 'number',
      render: (_, { atUtc }) => formatInstant(atUtc),
    },
    {
      title: t('atRisk.why'),
      width: 230,
      render: (_, item) => (
        <>
          {whyText(t, item)}
          {item.why === 'lacking' ? (
            <div>
              <GiveUp item={item} name={nameOf(t, item)} />
            </div>
          ) : null}
        </>
      ),
    },
  ];
}
