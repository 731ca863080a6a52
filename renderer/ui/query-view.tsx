/** Shows a query: waiting, failed with a way to try again, or its data. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';
import { problemOf } from './problem-of.ts';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

export function QueryView<T>({ query, children }: QueryViewProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    return (
      <ProblemAlert
        title={t('common.loadFailed')}
        problem={problemOf(query.error)}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <div className="panel" role="status" aria-label={t('common.loading')}>
      <Skeleton active paragraph={{ rows: 5 }} />
    </div>
  );
}
