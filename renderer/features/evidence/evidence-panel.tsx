/** Everything that proves one approval. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';
import { formatDay, formatInstant } from '../../ui/instants.ts';
import { ApprovalOutcomeLine } from './approval-outcome-line.tsx';
import { CheckNow } from './check-now.tsx';
import { periodName } from './period-name.ts';
import { SignedChanges } from './signed-changes.tsx';

type Line = readonly [label: string, value: string];

function usePanelLines(approval: Approval): readonly Line[] {
  const { t } = useTranslation();
  const { manifest, outcome } = approval;
  const signer: Line = [
    t('evidence.signer'),
    t('change.stepBy', { name: manifest.signer.name, account: manifest.signer.account }),
  ];
  if (!outcome) return [signer, [t('evidence.signedAt'), formatInstant(manifest.createdAtUtc)]];
  const { certificate } = outcome;
  const validity = {
    from: formatDay(certificate.notBeforeUtc),
    to: formatDay(certificate.notAfterUtc),
  };
  return [
    signer,
    [t('evidence.certificate'), certificate.commonName],
    [t('evidence.subject'), certificate.subject],
    [t('evidence.serial'), certificate.serialNumber],
    [t('evidence.issuer'), certificate.issuer],
    [t('evidence.validity'), t('evidence.validFromTo', validity)],
    [t('evidence.signedAt'), formatInstant(outcome.signedAtUtc)],
    [t('evidence.receivedAt'), formatInstant(outcome.receivedAtUtc)],
    [t('evidence.timing'), t(`evidence.${outcome.timing}`)],
  ];
}

export function EvidencePanel({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const lines = usePanelLines(approval);
  const title = t('evidence.title', { period: periodName(approval.period) });
  return (
    <section className="panel stack" aria-label={title}>
      <div className="toolbar" style={{ justifyContent: 'space-between' }}>
        <h3 style={{ fontSize: 15 }}>{title}</h3>
        <ApprovalOutcomeLine approval={approval} />
      </div>
      {approval.outcome ? null : (
        <Alert
          type="info"
          showIcon
          title={t('evidence.waitingCentre')}
          description={t('evidence.waitingCentreAdvice')}
        />
      )}
      <dl className="details">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CheckNow approval={approval} />
      <SignedChanges approval={approval} />
    </section>
  );
}
