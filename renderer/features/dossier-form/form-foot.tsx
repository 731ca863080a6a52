/** The line that stays at the bottom of the form: how much changed, what is still wrong. */
import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierFormState } from './use-dossier-form.ts';

interface FormFootProps {
  readonly form: DossierFormState;
  readonly onGo: (path: string) => void;
  readonly children: ReactNode;
}

export function FormFoot({ form, onGo, children }: FormFootProps) {
  const { t } = useTranslation();
  const [first] = form.issues.keys();
  const count = form.changed.length;
  const edited = count > 0 ? t('form.changedCount', { count }) : t('form.unchanged');
  // Of a new dossier nothing is "changed".
  const filled = count > 0 ? t('form.filledCount', { count }) : t('form.unfilled');
  return (
    <div className="form-foot">
      {children}
      <span className="quiet" role="status">
        {form.base === undefined ? filled : edited}
      </span>
      {form.asked && first !== undefined ? (
        <span role="alert" style={{ color: '#b3261e' }}>
          <WarningOutlined aria-hidden /> {t('form.errorsTitle', { count: form.issues.size })}{' '}
          <Button
            type="link"
            onClick={() => {
              onGo(first);
            }}
          >
            {t('form.errorsGo')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
