/** What somebody should do something about, the worst first. Nothing when all is well. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BackupOverview } from '../../../shared/contract/backups.ts';
import { isProblemCode, problem } from '../../../shared/errors/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { formatInstant } from '../../ui/instants.ts';

export function BackupNotices({ overview }: { readonly overview: BackupOverview }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { failure, duties, snapshotAtUtc, late, sameDisk, splits } = overview;
  const { unreadableUnits, sweepHaltedAtUtc } = overview;
  const code = failure && isProblemCode(failure.code) ? failure.code : 'BACKUP_FAILED';
  const never = snapshotAtUtc === null;
  return (
    <>
      {failure ? (
        <Alert
          type="error"
          showIcon
          title={t('backups.failedTitle', { time: formatInstant(failure.atUtc) })}
          description={terms.problem(problem(code))}
        />
      ) : null}
      {never ? (
        <Alert
          type="error"
          showIcon
          title={t('backups.noneTitle')}
          description={t('backups.noneText')}
        />
      ) : null}
      {late && !never ? (
        <Alert
          type="warning"
          showIcon
          title={t('backups.lateTitle')}
          description={t('backups.lateText', { hours: duties.everyHours })}
        />
      ) : null}
      {splits > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('backups.splitsTitle', { count: splits })}
          description={t('backups.splitsText')}
        />
      ) : null}
      {unreadableUnits > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('backups.unreadableTitle', { count: unreadableUnits })}
          description={t('backups.unreadableText')}
        />
      ) : null}
      {sweepHaltedAtUtc === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('backups.sweepHaltedTitle', { time: formatInstant(sweepHaltedAtUtc) })}
          description={t('backups.sweepHaltedText')}
        />
      )}
      {sameDisk ? (
        <Alert
          type="warning"
          showIcon
          title={t('backups.sameDiskTitle')}
          description={t('backups.sameDiskText')}
        />
      ) : null}
    </>
  );
}
