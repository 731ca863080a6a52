/** Sao lưu: how safe the centre is, said first in words; then the sets. */
import { ReloadOutlined, SafetyOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import type { BackupOverview } from '../../../shared/contract/backups.ts';
import { formatInteger } from '../../../shared/dossier/display.ts';
import { useAccount } from '../../session/index.ts';
import { useNow } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { problemOf } from '../../ui/problem-of.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { BackupFigures } from './backup-figures.tsx';
import { BackupNotices } from './backup-notices.tsx';
import { SetTable } from './set-table.tsx';
import { useBackups, useStartBackup } from './use-backups.ts';

export function BackupsPage() {
  const { t } = useTranslation();
  const query = useBackups();
  const start = useStartBackup();
  const now = useNow();
  const mayRun = mayAnywhere(useAccount(), 'backup.run');
  const busy = start.isPending || Boolean(query.data?.underWay);
  const actions = mayRun ? (
    <>
      <Button
        icon={<ReloadOutlined aria-hidden />}
        disabled={busy || (query.data?.sets.length ?? 0) === 0}
        onClick={() => {
          start.mutate('prove');
        }}
      >
        {t('backups.prove')}
      </Button>
      <Button
        type="primary"
        icon={<SafetyOutlined aria-hidden />}
        disabled={busy}
        onClick={() => {
          start.mutate('take');
        }}
      >
        {t('backups.run')}
      </Button>
    </>
  ) : null;
  return (
    <Page title={t('backups.title')} subtitle={t('backups.subtitle')} actions={actions}>
      <QueryView query={query}>
        {(overview) => (
          <div className="stack">
            {start.isError ? (
              <ProblemAlert title={t('backups.startFailed')} problem={problemOf(start.error)} />
            ) : null}
            <Running underWay={overview.underWay} />
            <BackupNotices overview={overview} />
            <BackupFigures overview={overview} now={now} />
            <SetTable sets={overview.sets} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Running({ underWay }: Pick<BackupOverview, 'underWay'>) {
  const { t } = useTranslation();
  if (!underWay) return <div role="status" aria-live="polite" />;
  const documents = formatInteger(underWay.documents);
  const said =
    underWay.task === 'elsewhere'
      ? t('backups.runningElsewhere')
      : t(underWay.task === 'prove' ? 'backups.runningProof' : 'backups.running', { documents });
  return (
    <div role="status" aria-live="polite">
      <Spin size="small" /> <span className="strong">{said}</span>
    </div>
  );
}
