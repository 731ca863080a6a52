/** Columns of the desk. */
import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Delivery } from '../../data/port/data-port.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ChangeSummary, DeliveryMark, StateTag } from '../change/index.ts';
import { RowActions } from './row-actions.tsx';

interface ColumnOptions {
  readonly withState: boolean;
  readonly delivery: ReadonlyMap<string, Delivery> | undefined;
}

export function changeColumns(
  t: TFunction,
  { withState, delivery }: ColumnOptions,
): TableColumnsType<Change> {
  return [
    {
      title: t('desk.person'),
      width: 165,
      render: (_, change) => (
        <Link className="strong" to={`/dossiers/${change.dossier}`}>
          {change.personName}
        </Link>
      ),
    },
    {
      title: t('desk.what'),
      render: (_, change) => {
        const reason = change.state === 'returned' ? change.history.at(-1)?.reason : undefined;
        return (
          <>
            <ChangeSummary change={change} />
            {reason ? (
              <div className="quiet small">{t('desk.returnedBecause', { reason })}</div>
            ) : null}
          </>
        );
      },
    },
    ...(withState
      ? [
          {
            title: t('desk.state'),
            width: 165,
            render: (_: unknown, change: Change) => <StateTag state={change.state} />,
          },
        ]
      : []),
    {
      title: t('desk.clockFrom'),
      width: 125,
      className: 'number',
      render: (_, change) => formatPartialDate(change.clockFrom),
    },
    {
      title: t('desk.author'),
      width: 150,
      render: (_, change) => (
        <>
          {change.author.name}
          <div className="quiet small number">{formatInstant(change.authoredAtUtc)}</div>
        </>
      ),
    },
    {
      title: t('change.delivery'),
      width: withState ? 125 : 175,
      render: (_, change) => <DeliveryMark delivery={delivery?.get(change._id)} />,
    },
    ...(withState
      ? [
          {
            width: 140,
            render: (_: unknown, change: Change) => <RowActions change={change} />,
          },
        ]
      : []),
  ];
}
