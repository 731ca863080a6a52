/** A question without an answer, and the way back to all dossiers. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';

export function NoDossiers({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <EmptyAdvice title={t('dossiers.notFoundTitle')} advice={t('dossiers.notFoundAdvice')}>
        <Button onClick={onClear}>{t('dossiers.clearSearch')}</Button>
      </EmptyAdvice>
    </div>
  );
}
