/** Danh mục: all code lists of the province, by subject; each leads to its rows. */
import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import {
  isInForce,
  type CatalogueDocument,
  type CatalogueName,
} from '../../../shared/catalogue/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { formatInstant } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { listGroups, type ListGroup } from './list-groups.ts';
import { useCatalogueDocuments, viewOf } from './use-catalogues.ts';

interface ListLine {
  readonly name: CatalogueName;
  readonly inForce: number;
  readonly others: number;
  readonly edits: number;
  readonly editedAtUtc: string | null;
}

function lineOf(documents: readonly CatalogueDocument[], name: CatalogueName): ListLine {
  const { rows, edits } = viewOf(documents, name);
  const today = civilDateInVietnam(new Date().toISOString());
  const inForce = rows.filter((row) => isInForce(row, today)).length;
  const editedAtUtc = edits.at(-1)?.atUtc ?? null;
  return { name, inForce, others: rows.length - inForce, edits: edits.length, editedAtUtc };
}

const groups = Object.keys(listGroups) as readonly ListGroup[];

export function CataloguesPage() {
  const { t } = useTranslation();
  const query = useCatalogueDocuments();
  return (
    <Page title={t('catalogues.title')} subtitle={t('catalogues.subtitle')}>
      <QueryView query={query}>
        {(documents) => (
          <div className="stack">
            {groups.map((group) => (
              <GroupTable key={group} group={group} documents={documents} />
            ))}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

interface GroupTableProps {
  readonly group: ListGroup;
  readonly documents: readonly CatalogueDocument[];
}

function GroupTable({ group, documents }: GroupTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const lines = useMemo(
    () => listGroups[group].map((name) => lineOf(documents, name)),
    [group, documents],
  );
  const title = t(`catalogues.group.${group}`);
  const count = (heading: string, of: (line: ListLine) => number) => ({
    title: heading,
    width: 130,
    align: 'right' as const,
    className: 'number',
    render: (_: unknown, line: ListLine) => <QuietValue value={of(line)} />,
  });
  const columns: TableColumnsType<ListLine> = [
    {
      title: t('catalogues.list'),
      render: (_, { name }) => <Link to={`/catalogues/${name}`}>{terms.catalogue(name)}</Link>,
    },
    count(t('catalogues.inForceCount'), ({ inForce }) => inForce),
    count(t('catalogues.otherCount'), ({ others }) => others),
    count(t('catalogues.editCount'), ({ edits }) => edits),
    {
      title: t('catalogues.lastEdit'),
      width: 180,
      render: (_, { editedAtUtc }) => (editedAtUtc === null ? '–' : formatInstant(editedAtUtc)),
    },
  ];
  return (
    <section className="stack tight">
      <h2 style={{ fontSize: 16 }}>{title}</h2>
      <Table<ListLine>
        size="small"
        rowKey="name"
        aria-label={title}
        dataSource={lines}
        columns={columns}
        pagination={false}
      />
    </section>
  );
}
