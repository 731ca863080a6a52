/** All sections, read-only, in the order and numbering of the form. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { sections } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';
import { SectionNav } from '../../ui/section-nav.tsx';
import { SectionView } from './section-view.tsx';
import type { ShownContent } from './shown-content.ts';

export function ContentView({ shown }: { shown: ShownContent }) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <div className="with-side">
      <SectionNav
        label={t('dossier.sections')}
        entries={sections.map(({ name, item }) => ({ name, item, label: terms.section(name) }))}
      />
      <div className="stack">
        {shown.pending ? (
          <Alert
            type="info"
            showIcon
            title={t('dossier.pendingCreate')}
            description={t('dossier.pendingCreateAdvice')}
          />
        ) : null}
        {sections.map((section) => (
          <SectionView
            key={section.name}
            section={section}
            content={shown.content}
            hidden={shown.masked.includes(section.name)}
          />
        ))}
        <div className="quiet small">{t('dossier.itemHint')}</div>
      </div>
    </div>
  );
}
