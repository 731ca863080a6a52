/** A sensitive value: hidden until asked for, hidden again when the screen is left. */
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function MaskedValue({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <>
      {shown ? (
        text
      ) : (
        <span title={t('dossier.sensitiveHint')}>
          <span aria-hidden>••••••</span>
          <span className="visually-hidden">{t('dossier.masked')}</span>
        </span>
      )}{' '}
      <Button
        type="link"
        size="small"
        icon={shown ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
        aria-label={t(shown ? 'dossier.hideValue' : 'dossier.showValue', { field: label })}
        onClick={() => {
          setShown(!shown);
        }}
      >
        {t(shown ? 'common.hide' : 'common.show')}
      </Button>
    </>
  );
}
