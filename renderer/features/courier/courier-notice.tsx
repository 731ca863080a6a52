/** What came of writing or reading, in words. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TakenAnswer } from '../../data/port/courier.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { StickOutcome } from './use-stick.ts';

export function CourierNotice({ outcome }: { outcome: StickOutcome }) {
  const { t } = useTranslation();
  switch (outcome.kind) {
    case 'failed':
      return (
        <ProblemAlert
          title={t(outcome.what === 'write' ? 'courier.writeFailed' : 'courier.readFailed')}
          problem={outcome.problem}
        />
      );
    case 'written': {
      const { file, steps } = outcome.bundle;
      return (
        <Alert
          type="success"
          showIcon
          title={t('courier.written', { file: file ?? '', count: steps })}
          description={t('courier.writtenText')}
        />
      );
    }
    case 'taken':
      return <Taken taken={outcome.taken} />;
  }
}

/** `41.250` */
const counted = new Intl.NumberFormat('vi-VN');

function Taken({ taken }: { taken: TakenAnswer }) {
  const { t } = useTranslation();
  const { received, refused, again, brought, more, madeAtUtc } = taken;
  return (
    <Alert
      type={refused > 0 || more ? 'warning' : 'success'}
      showIcon
      title={t('courier.taken', { time: formatInstant(madeAtUtc) })}
      description={
        <ul className="courier-counts">
          <li>{t('courier.received', { count: received })}</li>
          {refused > 0 ? (
            <li>
              {t('courier.refused', { count: refused })}{' '}
              <Link to="/refused">{t('courier.openRefused')}</Link>
            </li>
          ) : null}
          {again > 0 ? <li>{t('courier.again', { count: again })}</li> : null}
          <li>{t('courier.brought', { records: counted.format(brought) })}</li>
          {more ? <li className="strong">{t('courier.more')}</li> : null}
        </ul>
      }
    />
  );
}
