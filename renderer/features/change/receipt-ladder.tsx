/** How safe a change is, rung by rung: reached or not in words and by mark, with the time and the person. */
import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Receipt, Rung, RungName } from '../../../shared/change/receipt.ts';
import { useReceipt } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';

const names = {
  onThisDisk: 'receipt.onThisDisk',
  atCentre: 'receipt.atCentre',
  verified: 'receipt.verified',
  approved: 'receipt.approved',
  inBackup: 'receipt.inBackup',
} as const satisfies Record<RungName, string>;

const notYet = {
  onThisDisk: 'receipt.notYet',
  atCentre: 'receipt.notSent',
  verified: 'receipt.notVerified',
  approved: 'receipt.notApproved',
  inBackup: 'receipt.notBackedUp',
} as const satisfies Record<RungName, string>;

export function ReceiptLadder({ changeId }: { changeId: string }) {
  const { t } = useTranslation();
  const receipt = useReceipt(changeId);
  if (!receipt) return null;
  return (
    <ol className="ladder" aria-label={t('receipt.label')}>
      {receipt.rungs.map((rung) => (
        <RungItem key={rung.name} rung={rung} receipt={receipt} />
      ))}
    </ol>
  );
}

/** A refused step is what keeps a change from the centre: said there, where it stopped. */
function RungItem({ rung, receipt }: { rung: Rung; receipt: Receipt }) {
  const { t } = useTranslation();
  const atCentre = rung.name === 'atCentre';
  const lacking = atCentre && receipt.lacking;
  const stopped = lacking || (atCentre && receipt.refused);
  return (
    <li className={rung.reached && !stopped ? 'reached' : ''}>
      {stopped ? (
        <StopOutlined aria-hidden className="stopped" />
      ) : rung.reached ? (
        <CheckCircleFilled aria-hidden />
      ) : atCentre ? (
        <ClockCircleOutlined aria-hidden />
      ) : (
        <MinusCircleOutlined aria-hidden />
      )}
      <span className="rung-name">{t(names[rung.name])}</span>
      <span className="small">
        {lacking ? lackingText(t, rung) : stopped ? t('receipt.refused') : rungText(t, rung)}
      </span>
    </li>
  );
}

/** Before a restore the centre had more: a later step of what it has, or all of it. */
const lackingText = (t: TFunction, { reached }: Rung): string =>
  t(reached ? 'receipt.earlierOnly' : 'receipt.lacking');

function rungText(t: TFunction, rung: Rung): string {
  if (!rung.reached) return t(notYet[rung.name]);
  const time = rung.atUtc === null ? t('receipt.reached') : formatInstant(rung.atUtc);
  return rung.by ? `${time} · ${rung.by.name}` : time;
}
