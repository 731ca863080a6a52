/** A value, or a quiet dash that screen readers hear as "none". */
import { useTranslation } from 'react-i18next';

export function QuietValue({ value }: { value: string | number | null | undefined }) {
  const { t } = useTranslation();
  if (value !== null && value !== undefined && value !== '') return <>{value}</>;
  return (
    <span className="quiet">
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('common.none')}</span>
    </span>
  );
}
