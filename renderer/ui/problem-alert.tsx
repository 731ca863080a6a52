/** A problem of the catalogue, with an optional way out. Announced to screen readers. */
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/errors/index.ts';
import { useTerms } from '../i18n/terms.ts';

interface ProblemAlertProps {
  readonly title?: string;
  readonly problem: Problem;
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  /** The title says it all: the problem's own text is left out. */
  readonly plain?: boolean;
}

export function ProblemAlert({ title, problem, children, onRetry, plain }: ProblemAlertProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const text = terms.problem(problem);
  return (
    <Alert
      type="error"
      showIcon
      title={title ?? text}
      description={
        title || children ? (
          <>
            {title && !plain ? <div>{text}</div> : null}
            {children}
          </>
        ) : undefined
      }
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
