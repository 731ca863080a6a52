/** One code list: its rows, what the department has edited, and editing. */
import { ArrowLeftOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import { catalogueNameSchema, type CatalogueName } from '../../../shared/catalogue/index.ts';
import { useAccount } from '../../session/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EditHistory } from './edit-history.tsx';
import { RowDialog, type RowTask } from './row-dialog.tsx';
import { RowTable } from './row-table.tsx';
import { useCatalogueDocuments, viewOf, type ListView } from './use-catalogues.ts';

export function CataloguePage() {
  const { t } = useTranslation();
  const name = catalogueNameSchema.safeParse(useParams().name);
  if (name.success) return <ListPage key={name.data} name={name.data} />;
  return (
    <Page title={t('catalogues.title')}>
      <EmptyAdvice title={t('navigation.notFound')} advice={t('catalogues.unknownAdvice')}>
        <Link to="/catalogues">{t('catalogues.back')}</Link>
      </EmptyAdvice>
    </Page>
  );
}

function ListPage({ name }: { readonly name: CatalogueName }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const query = useCatalogueDocuments();
  const mayEdit = mayAnywhere(useAccount(), 'catalogue.edit');
  const [task, setTask] = useState<RowTask | null>(null);
  const actions = (
    <>
      <Link to="/catalogues">
        <ArrowLeftOutlined aria-hidden /> {t('catalogues.back')}
      </Link>
      {mayEdit ? (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={query.data === undefined}
          onClick={() => {
            setTask({ kind: 'add' });
          }}
        >
          {t('catalogues.add')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Page
      title={`${t('catalogues.title')}: ${terms.catalogue(name)}`}
      subtitle={t('catalogues.listSubtitle')}
      actions={actions}
    >
      <QueryView query={query}>
        {(documents) => {
          const list = viewOf(documents, name);
          return (
            <>
              <ListTabs list={list} onTask={mayEdit ? setTask : null} />
              {task ? (
                <RowDialog
                  list={list}
                  task={task}
                  onClose={() => {
                    setTask(null);
                  }}
                />
              ) : null}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

interface ListTabsProps {
  readonly list: ListView;
  /** Null: the account may only look. */
  readonly onTask: ((task: RowTask) => void) | null;
}

function ListTabs({ list, onTask }: ListTabsProps) {
  const { t } = useTranslation();
  return (
    <Tabs
      destroyOnHidden
      items={[
        {
          key: 'rows',
          label: t('catalogues.rows', { count: list.rows.length }),
          children: <RowTable list={list} onTask={onTask} />,
        },
        {
          key: 'history',
          label: t('catalogues.history', { count: list.edits.length }),
          children: <EditHistory list={list} />,
        },
      ]}
    />
  );
}
