/** An issue of a field in words, in the language on screen. */
import { useTranslation } from 'react-i18next';
import { useTerms } from '../../i18n/terms.ts';
import type { Issue } from './form-issues.ts';

export function useIssueText(): (issue: Issue) => string {
  const { t } = useTranslation();
  const terms = useTerms();
  return (issue) => {
    if (issue.key === 'check') return terms.check(issue.check);
    const { bound = '' } = issue;
    return t(`issues.${issue.key}`, { min: bound, max: bound });
  };
}
