/** The certificates on the plugged-in tokens; those that cannot sign are shown with the reason. */
import { CheckCircleOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons';
import { Alert, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { TokenInfo } from '../../../shared/contract/signing.ts';
import { formatDay } from '../../ui/instants.ts';
import type { CertificateChoice } from './certificate-state.ts';

interface CertificateListProps {
  readonly tokens: readonly TokenInfo[];
  readonly choices: readonly CertificateChoice[];
  readonly chosen: CertificateChoice | undefined;
  readonly onChoose: (choice: CertificateChoice) => void;
}

export function CertificateList({ tokens, choices, chosen, onChoose }: CertificateListProps) {
  const { t } = useTranslation();
  return (
    <div className="stack" role="radiogroup" aria-label={t('approve.chooseCertificate')}>
      <div className="strong">{t('approve.chooseCertificate')}</div>
      {tokens.length > 1 ? (
        <Alert type="info" showIcon title={t('approve.twoTokens', { count: tokens.length })} />
      ) : null}
      {tokens.map((token) => (
        <div key={token.serial} className="panel stack tight">
          <div className="quiet small">
            {t('approve.token', { label: token.label, serial: token.serial })}
          </div>
          <PinWarning token={token} />
          {choices
            .filter((choice) => choice.token === token)
            .map((choice) => (
              <CertificateRow
                key={choice.certificate.sha256}
                choice={choice}
                checked={choice === chosen}
                onChoose={onChoose}
              />
            ))}
          {token.certificates.length === 0 ? <span>{t('approve.noCertificates')}</span> : null}
        </div>
      ))}
    </div>
  );
}

function PinWarning({ token }: { token: TokenInfo }) {
  const { t } = useTranslation();
  if (token.pinLocked || (!token.pinFinal && !token.pinLow)) return null;
  return (
    <span style={{ color: '#9a5b00' }}>
      <WarningOutlined aria-hidden /> {t(token.pinFinal ? 'approve.pinFinal' : 'approve.pinLow')}
    </span>
  );
}

function faultText(t: TFunction, { fault, certificate }: CertificateChoice): string | null {
  switch (fault) {
    case null:
      return null;
    case 'expired':
      return t('approve.expired', { date: formatDay(certificate.notAfterUtc) });
    case 'notYet':
      return t('approve.notYet', { date: formatDay(certificate.notBeforeUtc) });
    case 'notForSigning':
      return t('approve.notForSigning');
    case 'locked':
      return t('approve.locked');
  }
}

interface CertificateRowProps {
  readonly choice: CertificateChoice;
  readonly checked: boolean;
  readonly onChoose: (choice: CertificateChoice) => void;
}

function CertificateRow({ choice, checked, onChoose }: CertificateRowProps) {
  const { t } = useTranslation();
  const { certificate, fault, registered } = choice;
  const why = faultText(t, choice);
  return (
    <Radio
      checked={checked}
      disabled={fault !== null}
      onChange={() => {
        onChoose(choice);
      }}
    >
      <span className="strong">{certificate.commonName}</span>
      <div className="quiet small">
        {t('approve.certificateLine', {
          issuer: certificate.issuer,
          until: formatDay(certificate.notAfterUtc),
        })}
      </div>
      {why ? (
        <div className="small">
          <StopOutlined aria-hidden /> {why}
        </div>
      ) : (
        <div className="small" style={{ color: registered ? '#1d7044' : '#9a5b00' }}>
          {registered ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
          {t(registered ? 'approve.registered' : 'approve.unregistered')}
        </div>
      )}
    </Radio>
  );
}
