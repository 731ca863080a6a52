/** What a change does to its dossier as it stands here, with what it collided with if it did. */
import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Change } from '../../../shared/change/change.ts';
import { hiddenDifferences } from '../../../shared/change/describe.ts';
import { contentBefore } from '../../../shared/change/replay.ts';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import { useTerms } from '../../i18n/terms.ts';
import { EvidenceList } from '../scans/index.ts';
import { useDossier } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { DecisionList } from './decision-list.tsx';
import { ReceiptLadder } from './receipt-ladder.tsx';
import { DifferenceTable } from './difference-table.tsx';

export function ChangeDetails({ change }: { change: Change }) {
  const { t } = useTranslation();
  const view = useDossier(change.dossier);
  const hidden = useMemo(() => hiddenDifferences(change), [change]);
  const returned = change.state === 'returned' ? change.history.at(-1)?.reason : undefined;
  return (
    <div className="stack tight" style={{ maxWidth: 980 }}>
      {change.conflict && change.state === 'conflicted' ? (
        <ConflictNotice id={change._id} paths={change.conflict.paths} />
      ) : null}
      {change.resolves ? (
        <div>
          <span className="strong">{t('conflict.decisionFor')}</span>
          <DecisionList decisions={change.resolves.decisions} />
        </div>
      ) : null}
      {returned ? (
        <Alert type="warning" showIcon title={t('desk.returnedBecause', { reason: returned })} />
      ) : null}
      <div className="quiet small">
        {t('change.clockFrom')}: {formatPartialDate(change.clockFrom)} · {t('change.authoredBy')}:{' '}
        {change.author.name} · {t('change.authoredAt')} {formatInstant(change.authoredAtUtc)}
      </div>
      <ReceiptLadder changeId={change._id} />
      <QueryView query={view}>
        {(data) => (
          <DifferenceTable
            before={data ? contentBefore(data.dossier, data.changes, change) : undefined}
            patch={change.patch}
            hidden={hidden}
          />
        )}
      </QueryView>
      <EvidenceList change={change} />
    </div>
  );
}

interface ConflictNoticeProps {
  readonly id: string;
  readonly paths: readonly string[];
}

function ConflictNotice({ id, paths }: ConflictNoticeProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <Alert
      type="error"
      showIcon
      title={t('change.conflictTitle')}
      description={
        <>
          {t('change.conflictAdvice', {
            fields: paths.map((path) => terms.field(path)).join(', '),
          })}{' '}
          <Link to={`/desk/${id}/conflict`}>{t('conflict.title')}</Link>
        </>
      }
    />
  );
}
