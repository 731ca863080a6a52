/** What happens after a change was kept: say so, say where it lies, go on. */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import type { Problem, Result } from '../../../shared/errors/index.ts';
import { problem } from '../../../shared/errors/index.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { usePort } from '../../session/index.ts';

/** Runs a submission and reports it; answers the problem or null. */
export function useSubmitted(): (
  send: () => Promise<Result<Change> | undefined>,
) => Promise<Problem | null> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { place } = usePort();
  return async (send) => {
    try {
      const result = await send();
      if (!result) return problem('INTERNAL', { incident: 'no-answer' });
      if (!result.ok) return result.problem;
      const name = result.value.personName;
      void message.success(
        t(place === 'local' ? 'form.submittedLocal' : 'form.submitted', { name }),
      );
      return null;
    } catch (thrown) {
      return problemOf(thrown);
    }
  };
}
