/** Moves changes on and says what came of it, row by row where something failed. */
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { problem, type Problem } from '../../../shared/errors/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

export type DeskMove = 'verified' | 'returned' | 'withdrawn';

const doneTexts = {
  verified: 'desk.doneVerified',
  returned: 'desk.doneReturned',
  withdrawn: 'desk.doneWithdrawn',
} as const satisfies Record<DeskMove, string>;

interface Failure {
  readonly name: string;
  readonly problem: Problem;
}

export function useMoveChanges(onDone: () => void) {
  const { t } = useTranslation();
  const terms = useTerms();
  const port = usePort();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);

  const tell = (count: number, failures: readonly Failure[], to: DeskMove) => {
    if (count > 0) void message.success(t(doneTexts[to], { count }));
    if (failures.length === 0) return;
    modal.error({
      title: t('desk.someFailed', { count: failures.length }),
      content: failures
        .slice(0, 10)
        .map((failure) => `${failure.name}: ${terms.problem(failure.problem)}`)
        .join('\n'),
      styles: { body: { whiteSpace: 'pre-line' } },
      okText: t('common.close'),
    });
  };

  const move = async (changes: readonly Change[], to: DeskMove, reason?: string) => {
    setBusy(true);
    try {
      const ids = changes.map((change) => change._id);
      const results = await port.move(ids, to, reason);
      const failures = changes.flatMap((change, index): Failure[] => {
        const result = results[index];
        if (result?.ok) return [];
        const why = result?.problem ?? problem('INTERNAL', { incident: 'no-answer' });
        return [{ name: change.personName, problem: why }];
      });
      tell(changes.length - failures.length, failures, to);
      onDone();
    } catch (thrown) {
      void message.error(terms.problem(problemOf(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return { move, busy };
}
