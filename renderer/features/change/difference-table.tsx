/** Field, before, after: the table by which people verify and heads sign. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { describeChange, type FieldDifference } from '../../../shared/change/describe.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import { useTerms, type Terms } from '../../i18n/terms.ts';
import { HiddenValue } from '../../ui/hidden-value.tsx';

interface DifferenceTableProps {
  /** Undefined for a new dossier: there is nothing before. */
  readonly before: JsonObject | undefined | 'unknown';
  readonly patch: JsonObject;
  /** Fields that the change touches and this account may not see. */
  readonly hidden?: readonly FieldDifference[];
  /** The person's own input on screen: nothing to hide from the one who typed it. */
  readonly revealed?: boolean;
}

const none: readonly FieldDifference[] = [];

export function DifferenceTable({
  before,
  patch,
  hidden = none,
  revealed = false,
}: DifferenceTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const [shown, setShown] = useState(revealed);
  const known = before !== 'unknown';
  const rows = useMemo(
    () => [...describeChange(known ? before : undefined, patch), ...hidden],
    [known, before, patch, hidden],
  );
  const sensitive = rows.filter((row) => row.sensitive && !row.hidden).length;
  if (rows.length === 0) return <p className="quiet">{t('change.noDifferences')}</p>;
  return (
    <div className="stack tight">
      {known ? null : <div className="quiet">{t('change.beforeUnknown')}</div>}
      <Table<FieldDifference>
        size="small"
        bordered
        aria-label={t('change.differences')}
        rowKey="path"
        pagination={false}
        dataSource={rows}
        columns={columns(t, terms, { shown, withBefore: known && before !== undefined })}
      />
      {sensitive > 0 && !revealed ? (
        <div className="toolbar">
          {shown ? null : (
            <span className="quiet">{t('change.nothingSensitive', { count: sensitive })}</span>
          )}
          <Button
            size="small"
            onClick={() => {
              setShown(!shown);
            }}
          >
            {t(shown ? 'change.hideSensitive' : 'change.showSensitive')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function columns(
  t: TFunction,
  terms: Terms,
  { shown, withBefore }: { readonly shown: boolean; readonly withBefore: boolean },
): TableColumnsType<FieldDifference> {
  const value = (row: FieldDifference, text: string) =>
    row.hidden ? (
      <HiddenValue />
    ) : row.sensitive && !shown && text !== '' ? (
      '••••••'
    ) : (
      text || t('change.empty')
    );
  return [
    {
      title: t('change.field'),
      width: '34%',
      render: (_, row) => (
        <>
          <span className="item-number">{fieldAt(row.path)?.item}</span> {terms.field(row.path)}
          {row.row ? ` (${row.row})` : ''}
        </>
      ),
    },
    ...(withBefore
      ? [
          {
            title: t('change.before'),
            width: '33%',
            className: 'quiet break-anywhere',
            render: (_: unknown, row: FieldDifference) => value(row, row.before),
          },
        ]
      : []),
    {
      title: t('change.after'),
      className: 'break-anywhere',
      render: (_, row) => <span className="strong">{value(row, row.after)}</span>,
    },
  ];
}
