/** What was found in a row: severity in words and icon, the column, the message. */
import {
  CheckOutlined,
  CloseCircleOutlined,
  CopyOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Finding, ReadPerson } from '../../../shared/import/index.ts';

export function FindingList({ person, known }: { person: ReadPerson; known: boolean }) {
  const { t } = useTranslation();
  if (person.findings.length === 0 && !known) {
    return (
      <span className="small" style={{ color: '#1d7044' }}>
        <CheckOutlined aria-hidden /> {t('staffImport.noFindings')}
      </span>
    );
  }
  return (
    <ul className="finding-list small">
      {known ? (
        <li style={{ color: '#9a5b00' }}>
          <CopyOutlined aria-hidden /> {t('staffImport.known')}
        </li>
      ) : null}
      {person.findings.map((finding) => (
        <FindingLine key={`${finding.code}-${finding.column ?? ''}`} finding={finding} />
      ))}
    </ul>
  );
}

export function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const isError = finding.severity === 'error';
  return (
    <li style={{ color: isError ? '#b3261e' : '#9a5b00' }}>
      {isError ? <CloseCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
      {t(isError ? 'staffImport.severityError' : 'staffImport.severityWarning')}
      {finding.column === null ? '' : ` (${finding.column}${String(finding.row)})`}:{' '}
      {finding.message}
    </li>
  );
}
