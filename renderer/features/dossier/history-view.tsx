/** Every change this dossier has seen, newest first; each opens to what it did and who moved it. */
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { ChangeDetails, ChangeSummary, ChangeTimeline, StateTag } from '../change/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';

export function HistoryView({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) {
    return <EmptyAdvice title={t('dossier.noHistory')} advice={t('dossier.noHistoryAdvice')} />;
  }
  return (
    <Collapse
      items={changes.map((change) => ({
        key: change._id,
        label: (
          <>
            <StateTag state={change.state} />{' '}
            <span className="strong">
              <ChangeSummary change={change} />
            </span>
            <span className="quiet">
              {' '}
              · {change.author.name} · {formatInstant(change.authoredAtUtc)}
            </span>
          </>
        ),
        children: (
          <>
            <ChangeDetails change={change} />
            <ChangeTimeline change={change} />
          </>
        ),
      }))}
    />
  );
}
