/** Stands where a sensitive section is not for this account: in words, not by a colour or dots alone. */
import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

export function HiddenValue() {
  const { t } = useTranslation();
  return (
    <span className="quiet" title={t('sensitive.hiddenHint')}>
      <LockOutlined aria-hidden /> {t('sensitive.hidden')}
    </span>
  );
}
