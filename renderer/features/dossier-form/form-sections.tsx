/** The sections of the form, in the order of the paper form. */
import type { Section } from '../../../shared/dossier/fields.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { useTerms } from '../../i18n/terms.ts';
import { sectionAnchor } from '../../ui/section-nav.tsx';
import { FieldRow } from './field-row.tsx';
import { LanguageRows } from './language-rows.tsx';
import { shownIssue, type DossierFormState } from './use-dossier-form.ts';

export function FormSections({ form, open }: { form: DossierFormState; open: readonly Section[] }) {
  return (
    <>
      {open.slice(0, -1).map((section) => (
        <FormSection key={section.name} section={section} form={form} />
      ))}
      <LanguageRows form={form} />
      {open.slice(-1).map((section) => (
        <FormSection key={section.name} section={section} form={form} />
      ))}
    </>
  );
}

function FormSection({ section, form }: { section: Section; form: DossierFormState }) {
  const terms = useTerms();
  return (
    <section className="panel" id={sectionAnchor(section.name)} tabIndex={-1}>
      <h2 className="section-title">{terms.section(section.name)}</h2>
      <div className="form-grid">
        {section.fields.map((field) => (
          <FieldRow
            key={field.path}
            field={field}
            path={field.path}
            value={valueAt(form.content, field.path)}
            before={valueAt(form.base, field.path)}
            isNew={form.base === undefined}
            issue={shownIssue(form, field.path)}
            act={form.act}
          />
        ))}
      </div>
    </section>
  );
}
