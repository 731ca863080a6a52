/** The life of a change: state, who, when, why. */
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { formatInstant } from '../../ui/instants.ts';
import { StateTag } from './state-tag.tsx';

export function ChangeTimeline({ change }: { change: Change }) {
  const { t } = useTranslation();
  return (
    <Timeline
      style={{ marginTop: 8 }}
      items={change.history.map((entry, index) => ({
        key: `${entry.atUtc}-${String(index)}`,
        content: (
          <>
            <StateTag state={entry.state} />{' '}
            <span className="number">{formatInstant(entry.atUtc)}</span>
            {' · '}
            {t('change.stepBy', { name: entry.by.name, account: entry.by.account })}
            {entry.reason ? <div>{t('change.reason', { reason: entry.reason })}</div> : null}
          </>
        ),
      }))}
    />
  );
}
