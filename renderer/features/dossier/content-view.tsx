/** All sections, read-only, in the order and numbering of the form. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { isJsonObject, type JsonObject } from '../../../shared/canonical/json.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import {
  languageFields,
  sections,
  type Field,
  type Section,
} from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';
import { HiddenValue } from '../../ui/hidden-value.tsx';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { SectionNav, sectionAnchor } from '../../ui/section-nav.tsx';
import { MaskedValue } from '../../ui/masked-value.tsx';
import type { ShownContent } from './shown-content.ts';

export function ContentView({ shown }: { shown: ShownContent }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const names = sections.map((section) => ({
    name: section.name,
    label: terms.section(section.name),
  }));
  return (
    <div className="with-side">
      <SectionNav
        label={t('dossier.sections')}
        entries={[
          ...names.slice(0, -1),
          { name: 'languages', label: t('dossier.languages') },
          ...names.slice(-1),
        ]}
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
        {sections.slice(0, -1).map((section) => (
          <SectionView key={section.name} section={section} shown={shown} />
        ))}
        <LanguagesView content={shown.content} />
        {sections.slice(-1).map((section) => (
          <SectionView key={section.name} section={section} shown={shown} />
        ))}
        <div className="quiet small">{t('dossier.itemHint')}</div>
      </div>
    </div>
  );
}

function SectionView({ section, shown }: { section: Section; shown: ShownContent }) {
  const hidden = shown.masked.includes(section.name);
  const terms = useTerms();
  return (
    <section className="panel" id={sectionAnchor(section.name)} tabIndex={-1}>
      <h2 className="section-title">{terms.section(section.name)}</h2>
      <dl className="details">
        {section.fields.map((field) => (
          <FieldView key={field.path} field={field} content={shown.content} hidden={hidden} />
        ))}
      </dl>
    </section>
  );
}

function FieldView({
  field,
  content,
  hidden,
}: {
  field: Field;
  content: JsonObject;
  hidden: boolean;
}) {
  const terms = useTerms();
  const text = displayValue(valueAt(content, field.path), field);
  return (
    <div>
      <dt>
        {field.item ? <span className="item-number">{field.item}. </span> : null}
        {terms.field(field.path)}
      </dt>
      <dd>
        {hidden ? (
          <HiddenValue />
        ) : field.sensitive && text !== '' ? (
          <MaskedValue label={terms.field(field.path)} text={text} />
        ) : (
          <QuietValue value={text} />
        )}
      </dd>
    </div>
  );
}

function LanguagesView({ content }: { content: JsonObject }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const rows = isJsonObject(content.languages) ? Object.entries(content.languages) : [];
  return (
    <section className="panel" id={sectionAnchor('languages')} tabIndex={-1}>
      <h2 className="section-title">
        <span className="item-number">32.6. </span>
        {t('dossier.languages')}
      </h2>
      {rows.length === 0 ? (
        <span className="quiet">{t('dossier.noLanguages')}</span>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {languageFields.map((field) => (
                <th key={field.path} scope="col">
                  {terms.field(field.path)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, row]) => (
              <tr key={id}>
                {languageFields.map((field) => (
                  <td key={field.path}>
                    <QuietValue
                      value={displayValue(valueAt(row, field.path.split('.').at(-1) ?? ''), field)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
