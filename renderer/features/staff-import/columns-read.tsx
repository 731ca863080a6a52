/** Which column of the file became which field, and what concerns no single person. */
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadColumn, StaffListReading } from '../../../shared/import/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { FindingLine } from './finding-list.tsx';

export function ColumnsRead({ reading }: { reading: StaffListReading }) {
  const { t } = useTranslation();
  const sheets = reading.sheets.filter((sheet) => sheet.headerRow !== null);
  const count = sheets.flatMap((sheet) => sheet.columns).filter((one) => one.meaning).length;
  const personal = new Set(reading.people.flatMap((person) => person.findings));
  const general = reading.findings.filter((finding) => !personal.has(finding));
  return (
    <>
      {general.length > 0 ? (
        <ul className="panel finding-list">
          {general.map((finding) => (
            <FindingLine
              key={`${finding.sheet}${String(finding.row)}${finding.column ?? ''}${finding.code}`}
              finding={finding}
            />
          ))}
        </ul>
      ) : null}
      <Collapse
        size="small"
        items={[
          {
            key: 'columns',
            label: t('staffImport.columnsRead', { count }),
            children: sheets.map((sheet) => (
              <ColumnTable key={sheet.name} name={sheet.name} columns={sheet.columns} />
            )),
          },
        ]}
      />
    </>
  );
}

function ColumnTable({ name, columns }: { name: string; columns: readonly ReadColumn[] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const meaning = (column: ReadColumn) => {
    if (column.field !== null) return terms.field(column.field);
    return column.meaning === 'ordinal' ? t('staffImport.ordinal') : t('staffImport.keptInNote');
  };
  return (
    <table className="plain-table">
      <caption className="strong" style={{ textAlign: 'left' }}>
        {name}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('staffImport.column')}</th>
          <th scope="col">{t('staffImport.columnLabel')}</th>
          <th scope="col">{t('change.field')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.letter}>
            <td>{column.letter}</td>
            <td>{column.label}</td>
            <td>{meaning(column)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
