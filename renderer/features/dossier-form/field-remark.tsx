/** What is wrong with a field, or what the checks ask to look at, in words; the law behind it stands in the title. */
import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { sourceOfCheck, type CheckRemark } from '../../../shared/checks/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import type { Issue } from './form-issues.ts';
import { useIssueText } from './issue-text.ts';

interface FieldRemarkProps {
  readonly id: string;
  readonly issue: Issue | undefined;
  readonly remark: CheckRemark | undefined;
}

export function FieldRemark({ id, issue, remark }: FieldRemarkProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const issueText = useIssueText();
  const check = issue?.key === 'check' ? issue.check : remark;
  const title = check && t('form.checkSource', { source: sourceOfCheck(check.code) });
  if (issue) {
    return (
      <div id={id} className="form-note error" title={issue.key === 'check' ? title : undefined}>
        {issueText(issue)}
      </div>
    );
  }
  if (!remark) return null;
  return (
    <div id={id} className="form-note remark" title={title}>
      <InfoCircleOutlined aria-hidden /> {terms.check(remark)}
    </div>
  );
}
