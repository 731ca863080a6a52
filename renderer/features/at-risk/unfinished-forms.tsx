/** Forms that were begun and not submitted: they lie on this disk alone, sealed, until someone goes on. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfForm } from './place-of-form.ts';

export function UnfinishedForms({ keys }: { keys: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('atRisk.forms', { count: keys.length })}>
      <h2 className="section-title" style={{ margin: 0 }}>
        {t('atRisk.forms', { count: keys.length })}
      </h2>
      <p>{t('atRisk.formsText')}</p>
      <ul>
        {keys.map((key) => {
          const { path, text } = placeOfForm(key);
          return <li key={key}>{path === null ? t(text) : <Link to={path}>{t(text)}</Link>}</li>;
        })}
      </ul>
    </section>
  );
}
