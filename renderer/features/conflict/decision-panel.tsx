/** The decision that stands for a case: who took it, how far it is, what it says. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Change } from '../../../shared/change/change.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ChangeDetails, StateTag } from '../change/index.ts';

interface DecisionPanelProps {
  readonly found: ConflictCase;
  readonly decision: Change;
}

export function DecisionPanel({ found, decision }: DecisionPanelProps) {
  const { t } = useTranslation();
  const returned = decision.state === 'returned' ? decision.history.at(-1)?.reason : undefined;
  return (
    <section className="panel stack tight" aria-label={t('conflict.decisionTitle')}>
      <div className="toolbar">
        <h2 className="section-title" style={{ margin: 0 }}>
          {t('conflict.decisionTitle')}
        </h2>
        <StateTag state={decision.state} />
        <span className="quiet">
          {decision.author.name}, {formatInstant(decision.authoredAtUtc)}
        </span>
      </div>
      {decision.state === 'conflicted' && found.change.state === 'conflicted' ? (
        <Alert
          type="warning"
          showIcon
          title={t('conflict.decisionMet')}
          description={
            <Link to={`/desk/${decision._id}/conflict`}>{t('conflict.openDecisionCase')}</Link>
          }
        />
      ) : null}
      {returned === undefined ? (
        <ChangeDetails change={decision} />
      ) : (
        <Alert type="warning" showIcon title={t('desk.returnedBecause', { reason: returned })} />
      )}
    </section>
  );
}
