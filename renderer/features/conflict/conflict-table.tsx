/** The list of conflict cases on the desk: what met, who is to decide since when, and whether somebody did. */
import { Button, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Change } from '../../../shared/change/change.ts';
import { compareLeaves } from '../../../shared/change/describe.ts';
import { decisionFor } from '../../../shared/change/conflict-case.ts';
import { assigneeOf } from '../../../shared/change/transitions.ts';
import { useTerms, type Terms } from '../../i18n/terms.ts';
import { useAccount } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ChangeDetails, expandButton, StateTag } from '../change/index.ts';

interface ConflictTableProps {
  readonly changes: readonly Change[];
  /** All open changes: the decisions are among them. */
  readonly all: readonly Change[];
}

interface Row {
  readonly change: Change;
  readonly decision: Change | null;
}

export function ConflictTable({ changes, all }: ConflictTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const navigate = useNavigate();
  const { account } = useAccount();
  const rows = useMemo(
    () => changes.map((change): Row => ({ change, decision: decisionFor(change, all) })),
    [changes, all],
  );
  const button = expandButton(t);
  return (
    <Table<Row>
      size="small"
      rowKey={({ change }) => change._id}
      aria-label={t('conflict.listLabel')}
      dataSource={rows}
      columns={columns(t, terms, account, (id) => void navigate(`/desk/${id}/conflict`))}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{
        columnWidth: 40,
        expandedRowRender: ({ change }) => <ChangeDetails change={change} />,
        expandIcon: ({ expanded, record, onExpand }) =>
          button({
            expanded,
            record: record.change,
            onExpand: (_, event) => {
              onExpand(record, event);
            },
          }),
      }}
    />
  );
}

function columns(
  t: TFunction,
  terms: Terms,
  account: string,
  open: (id: string) => void,
): TableColumnsType<Row> {
  return [
    {
      title: t('desk.person'),
      width: 170,
      render: (_, { change }) => (
        <Link className="strong" to={`/dossiers/${change.dossier}`}>
          {change.personName}
        </Link>
      ),
    },
    {
      title: t('conflict.fields'),
      render: (_, { change }) =>
        [...new Set([...(change.conflict?.paths ?? [])].sort(compareLeaves).map(terms.field))].join(
          ', ',
        ),
    },
    {
      title: t('desk.author'),
      width: 150,
      render: (_, { change }) => (
        <>
          {change.author.name}
          <div className="quiet small number">{formatInstant(change.authoredAtUtc)}</div>
        </>
      ),
    },
    {
      title: t('conflict.assignee'),
      width: 190,
      render: (_, { change }) => <Assigned change={change} account={account} />,
    },
    {
      title: t('conflict.decisionTitle'),
      width: 165,
      render: (_, { decision }) =>
        decision ? (
          <StateTag state={decision.state} />
        ) : (
          <span className="quiet">{t('conflict.undecided')}</span>
        ),
    },
    {
      width: 105,
      render: (_, { change }) => (
        <Button
          size="small"
          aria-label={t('conflict.openCase', { name: change.personName })}
          onClick={() => {
            open(change._id);
          }}
        >
          {t('conflict.open')}
        </Button>
      ),
    },
  ];
}

function Assigned({ change, account }: { change: Change; account: string }) {
  const { t } = useTranslation();
  const assignee = assigneeOf(change);
  const since = change.history.findLast(({ state }) => state === 'conflicted')?.atUtc;
  return (
    <>
      <span className="strong">{assignee?.name ?? t('conflict.nobody')}</span>
      {assignee?.account === account ? ` ${t('conflict.you')}` : ''}
      {since === undefined ? null : (
        <div className="quiet small number">
          {t('conflict.since', { time: formatInstant(since) })}
        </div>
      )}
    </>
  );
}
