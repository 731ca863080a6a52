/** What became of an import: how many were submitted, who was not and why. */
import { Button, Result, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTerms } from '../../i18n/terms.ts';
import type { ImportOutcome } from './submit-people.ts';

interface OutcomeStepProps {
  readonly outcome: ImportOutcome;
  readonly onAnother: () => void;
}

export function OutcomeStep({ outcome, onAnother }: OutcomeStepProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const navigate = useNavigate();
  const { submitted, total, failures, stopped } = outcome;
  return (
    <div className="panel">
      <Result
        status={failures.length > 0 || stopped ? 'warning' : 'success'}
        title={
          stopped
            ? t('staffImport.doneCancelled', { done: submitted, total })
            : t('staffImport.doneTitle', { count: submitted })
        }
        extra={
          <Space>
            <Button type="primary" onClick={() => void navigate('/desk')}>
              {t('staffImport.toDesk')}
            </Button>
            <Button onClick={onAnother}>{t('staffImport.another')}</Button>
          </Space>
        }
      >
        {failures.length > 0 ? (
          <>
            <div className="strong">{t('staffImport.doneFailed', { count: failures.length })}</div>
            <ul>
              {failures.map((failure) => (
                <li key={failure.row}>
                  {failure.name} ({t('staffImport.row')} {failure.row}):{' '}
                  {terms.problem(failure.problem)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Result>
    </div>
  );
}
