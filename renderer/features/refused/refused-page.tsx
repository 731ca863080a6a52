/** Bị từ chối: what the centre did not take, why, and the two ways on. Nothing is dropped by itself. */
import { App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RefusedItem } from '../../data/port/data-port.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort, useRefused } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { problemOf } from '../../ui/problem-of.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ChangeDetails, ChangeSummary } from '../change/index.ts';
import { periodName } from '../evidence/index.ts';
import { TwoVersions } from './two-versions.tsx';

export function RefusedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('refused.title')}>
      <QueryView query={useRefused()}>
        {(items) =>
          items.length === 0 ? (
            <div className="panel">
              <EmptyAdvice title={t('refused.emptyTitle')} advice={t('refused.emptyAdvice')} />
            </div>
          ) : (
            <>
              <p className="quiet" style={{ margin: 0 }}>
                {t('refused.intro')}
              </p>
              {items.map((item) => (
                <RefusedCard key={item.id} item={item} />
              ))}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function useItemName(item: RefusedItem): string {
  const { t } = useTranslation();
  if (item.change) return item.change.personName;
  const { period = '', manifest } = item.approval ?? {};
  return t('refused.approvalItem', {
    period: periodName(period),
    count: manifest?.changes.length ?? 0,
  });
}

function RefusedCard({ item }: { item: RefusedItem }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const name = useItemName(item);
  return (
    <section className="panel stack" aria-label={name}>
      <div className="page-head">
        <h2 className="section-title" style={{ margin: 0 }}>
          {name}
          {item.change ? (
            <span className="quiet">
              {' · '}
              <ChangeSummary change={item.change} />
            </span>
          ) : null}
        </h2>
        <CardActions item={item} name={name} />
      </div>
      <ProblemAlert title={terms.problem(item.problem)} problem={item.problem} plain>
        {t('refused.at')} {formatInstant(item.refusedAtUtc)}
        {item.kind === 'approval' ? <div>{t('refused.approvalAdvice')}</div> : null}
      </ProblemAlert>
      {item.change && item.problem.code === 'CHANGE_OUT_OF_DATE' ? (
        <TwoVersions here={item.change} />
      ) : null}
      {item.change ? (
        <>
          <h3 className="section-title" style={{ margin: 0 }}>
            {t('refused.kept')}
          </h3>
          <ChangeDetails change={item.change} />
        </>
      ) : null}
    </section>
  );
}

/** A decision is made anew in its case, with both sides before one's eyes. */
function mendPath({ id, change }: RefusedItem): string {
  const settles = change?.resolves?.change;
  return settles === undefined ? `/refused/${id}/mend` : `/desk/${settles}/conflict`;
}

function CardActions({ item, name }: { item: RefusedItem; name: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const navigate = useNavigate();
  const port = usePort();
  const { modal, message } = App.useApp();
  const discard = () => {
    modal.confirm({
      centered: true,
      title: t('refused.discardTitle'),
      content: t('refused.discardText', { name }),
      okText: t('refused.discardConfirm'),
      okButtonProps: { danger: true },
      cancelText: t('refused.keep'),
      onOk: async () => {
        try {
          await port.discard(item.id);
          void message.success(t('refused.discarded'));
        } catch (thrown) {
          void message.error(terms.problem(problemOf(thrown)));
        }
      },
    });
  };
  return (
    <Space>
      {item.change ? (
        <Button type="primary" onClick={() => void navigate(mendPath(item))}>
          {t('refused.mend')}
        </Button>
      ) : null}
      <Button danger onClick={discard}>
        {t('refused.discard')}
      </Button>
    </Space>
  );
}
