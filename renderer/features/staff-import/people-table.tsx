/** The people read from a file, each with what was found; opens to every field that was read. */
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../../shared/change/describe.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import type { ReadPerson } from '../../../shared/import/index.ts';
import { useTerms, type Terms } from '../../i18n/terms.ts';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { FindingList } from './finding-list.tsx';
import { PersonDetails } from './person-details.tsx';
import { personKey } from './person-key.ts';

interface PeopleTableProps {
  readonly people: readonly ReadPerson[];
  readonly chosen: readonly string[];
  readonly isKnown: (person: ReadPerson) => boolean;
  readonly onChoose: (keys: readonly string[]) => void;
}

const shownValue = (person: ReadPerson, path: string): string =>
  displayValue(valueAt(person.content as JsonObject, path), fieldAt(path));

export function PeopleTable({ people, chosen, isKnown, onChoose }: PeopleTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <Table<ReadPerson>
      size="small"
      rowKey={personKey}
      aria-label={t('staffImport.tableLabel')}
      dataSource={[...people]}
      columns={columns(t, terms, isKnown)}
      pagination={{
        pageSize: 100,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
      rowSelection={{
        selectedRowKeys: [...chosen],
        preserveSelectedRowKeys: true,
        onChange: (keys) => {
          onChoose(keys.map(String));
        },
        getTitleCheckboxProps: () => ({ 'aria-label': t('desk.selectAll') }),
        getCheckboxProps: (person) => ({
          disabled: !person.accepted,
          'aria-label': t('staffImport.selectRow', {
            name: shownValue(person, 'identity.fullName'),
          }),
        }),
      }}
      expandable={{ expandedRowRender: (person) => <PersonDetails person={person} /> }}
    />
  );
}

/** Rank, and under it step and coefficient: the three that decide the pay. */
function RankLine({ person }: { person: ReadPerson }) {
  const { t } = useTranslation();
  const step = shownValue(person, 'pay.step');
  const coefficient = shownValue(person, 'pay.coefficient');
  const pay = [
    step && `${t('dossiers.step')} ${step}`,
    coefficient && `${t('dossiers.coefficient')} ${coefficient}`,
  ].filter((part) => part !== '');
  return (
    <>
      <QuietValue value={shownValue(person, 'pay.rankCode')} />
      <div className="quiet small number">{pay.join(' · ')}</div>
    </>
  );
}

function columns(
  t: TFunction,
  terms: Terms,
  isKnown: (person: ReadPerson) => boolean,
): TableColumnsType<ReadPerson> {
  const column = (path: string, width: number, className = '') => ({
    title: terms.field(path),
    width,
    className,
    render: (_: unknown, person: ReadPerson) => <QuietValue value={shownValue(person, path)} />,
  });
  return [
    { title: t('staffImport.row'), width: 58, className: 'number', dataIndex: 'row' },
    { ...column('identity.fullName', 150, 'strong'), title: t('dossiers.fullName') },
    { ...column('identity.gender', 62), title: t('staffImport.gender') },
    column('identity.birthDate', 98, 'number'),
    { ...column('identity.identityNumber', 118, 'number'), title: t('staffImport.identityNumber') },
    column('employment.position', 130),
    {
      title: t('dossiers.rank'),
      width: 190,
      render: (_, person) => <RankLine person={person} />,
    },
    {
      title: t('staffImport.findings'),
      render: (_, person) => <FindingList person={person} known={isKnown(person)} />,
    },
  ];
}
