/** How much of the file holds, in words. */
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffListReading } from '../../../shared/import/index.ts';

interface ReadingCountsProps {
  readonly fileName: string;
  readonly reading: StaffListReading;
}

export function ReadingCounts({ fileName, reading }: ReadingCountsProps) {
  const { t } = useTranslation();
  const { accepted, people, refused } = reading.counts;
  const warned = reading.people.filter(
    (person) => person.accepted && person.findings.length > 0,
  ).length;
  const sheets = reading.sheets.filter((sheet) => sheet.headerRow !== null);
  return (
    <div className="toolbar" role="status">
      <span className="strong">{fileName}</span>
      <span className="quiet">
        {t('staffImport.sheet')}: {sheets.map((sheet) => sheet.name).join(', ')}
      </span>
      <Tag
        color={refused === 0 ? 'success' : 'processing'}
        icon={<CheckCircleOutlined aria-hidden />}
        style={{ fontSize: 14, padding: '2px 10px' }}
      >
        {t('staffImport.validCount', { valid: accepted, total: people })}
      </Tag>
      {warned > 0 ? (
        <Tag color="warning" icon={<WarningOutlined aria-hidden />}>
          {t('staffImport.warningCount', { count: warned })}
        </Tag>
      ) : null}
      {refused > 0 ? (
        <Tag color="error" icon={<CloseCircleOutlined aria-hidden />}>
          {t('staffImport.errorCount', { count: refused })}
        </Tag>
      ) : null}
    </div>
  );
}
