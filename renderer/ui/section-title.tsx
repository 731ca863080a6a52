/** The heading of a section, with its item number on the paper form. */
import type { Section } from '../../shared/dossier/fields.ts';
import { useTerms } from '../i18n/terms.ts';

export function SectionTitle({ section }: { section: Section }) {
  const terms = useTerms();
  return (
    <h2 className="section-title">
      {section.item === '' ? null : <span className="item-number">{section.item}. </span>}
      {terms.section(section.name)}
    </h2>
  );
}
