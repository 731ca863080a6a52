/** The newest set, the last proof, what is kept. A state has a sign and words, never a colour alone. */
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { BackupOverview } from '../../../shared/contract/backups.ts';
import { formatInteger } from '../../../shared/dossier/display.ts';
import { formatAgo, formatInstant } from '../../ui/instants.ts';

interface FiguresProps {
  readonly overview: BackupOverview;
  readonly now: number;
}

export function BackupFigures({ overview, now }: FiguresProps) {
  const { t } = useTranslation();
  const { duties, snapshotAtUtc, verifiedAtUtc } = overview;
  const { keepDays: days, keepWeeks: weeks, keepMonths: months } = duties;
  return (
    <div className="figures">
      <Figure label={t('backups.newest')} value={agoOrNone(t, snapshotAtUtc, now)}>
        {snapshotAtUtc === null ? null : (
          <Sign good={verifiedAtUtc !== null}>
            {verifiedAtUtc === null
              ? t('backups.notRead')
              : t('backups.goodAndRead', { time: formatInstant(verifiedAtUtc) })}
          </Sign>
        )}
      </Figure>
      <Figure label={t('backups.proof')} value={agoOrNone(t, overview.drill?.atUtc ?? null, now)}>
        <Proof overview={overview} />
      </Figure>
      <Figure label={t('backups.kept')} value={t('backups.keptValue', { days, weeks, months })}>
        <span className="quiet small">{t('backups.keptHint')}</span>
      </Figure>
    </div>
  );
}

type Translate = Parameters<typeof formatAgo>[0];

const agoOrNone = (t: Translate, atUtc: string | null, now: number): string =>
  atUtc === null ? t('backups.none') : formatAgo(t, atUtc, now);

function Proof({ overview: { drill, drillLate, duties } }: { readonly overview: BackupOverview }) {
  const { t } = useTranslation();
  const due = <Sign good={false}>{t('backups.proofLate', { days: duties.drillDays })}</Sign>;
  if (!drill) return due;
  if (!drill.ok)
    return (
      <span className="small" style={{ color: '#a8071a' }}>
        <CloseCircleOutlined aria-hidden /> {t('backups.notProven')}
      </span>
    );
  const documents = formatInteger(drill.documents);
  const blobs = formatInteger(drill.blobs);
  return (
    <>
      <Sign good>{t('backups.proven', { documents, blobs })}</Sign>
      {drillLate ? due : null}
    </>
  );
}

function Sign({ good, children }: { readonly good: boolean; readonly children: ReactNode }) {
  return (
    <span className="small" style={{ color: good ? '#237804' : '#9a5b00' }}>
      {good ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />} {children}
    </span>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Figure({ label, value, children }: FigureProps) {
  return (
    <div className="figure">
      <span className="quiet">{label}</span>
      <b>{value}</b>
      {children}
    </div>
  );
}
