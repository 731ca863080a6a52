/** The sections of the form, in the order of the paper form. */
import type { Section } from '../../../shared/dossier/fields.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { SectionTitle } from '../../ui/section-title.tsx';
import { sectionAnchor } from '../../ui/section-nav.tsx';
import { FieldRow } from './field-row.tsx';
import { TableSection } from './table-section.tsx';
import { shownIssue, shownRemark, type DossierFormState } from './use-dossier-form.ts';

export function FormSections({ form, open }: { form: DossierFormState; open: readonly Section[] }) {
  return open.map((section) =>
    section.repeated ? (
      <TableSection key={section.name} section={section} form={form} />
    ) : (
      <FormSection key={section.name} section={section} form={form} />
    ),
  );
}

function FormSection({ section, form }: { section: Section; form: DossierFormState }) {
  return (
    <section className="panel" id={sectionAnchor(section.name)} tabIndex={-1}>
      <SectionTitle section={section} />
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
            remark={shownRemark(form, field.path)}
            act={form.act}
          />
        ))}
      </div>
    </section>
  );
}
