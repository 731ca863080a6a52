/**
 * A repeated section of the form. Rows keep their ids, so that two people adding rows do not collide. A narrow table
 * has its fields side by side; one of many fields gives each row a block of its own.
 */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { Section } from '../../../shared/dossier/fields.ts';
import { rowIds } from '../../../shared/dossier/rows.ts';
import { SectionTitle } from '../../ui/section-title.tsx';
import { sectionAnchor } from '../../ui/section-nav.tsx';
import { focusField } from './input-id.ts';
import { rowsOf } from './form-content.ts';
import { RowBlocks } from './row-blocks.tsx';
import { RowLines } from './row-lines.tsx';
import { addButtonId, type RowsProps } from './table-rows.ts';
import type { DossierFormState } from './use-dossier-form.ts';

/** More fields than this do not fit side by side on a screen of 1366 pixels. */
const mostSideBySide = 6;

/** Rows that the dossier has, in its order; then those added since, which must not jump about while being typed. */
function shownIds(section: Section, form: DossierFormState): readonly string[] {
  const here = new Set(rowsOf(form.content, section.name));
  const known = rowIds(section, form.base).filter((id) => here.has(id));
  const added = [...here].filter((id) => !known.includes(id));
  return [...known, ...added];
}

export function TableSection({ section, form }: Pick<RowsProps, 'section' | 'form'>) {
  const { t } = useTranslation();
  const ids = shownIds(section, form);
  const add = () => {
    const id = ulid();
    const first = section.fields[0]?.path ?? '';
    form.act({ do: 'addRow', section: section.name, id });
    // After the row is on screen.
    requestAnimationFrame(() => {
      focusField(first.replace('*', id));
    });
  };
  const remove = (id: string) => {
    form.act({ do: 'removeRow', section: section.name, id });
    requestAnimationFrame(() => {
      document.getElementById(addButtonId(section.name))?.focus();
    });
  };
  const Rows = section.fields.length > mostSideBySide ? RowBlocks : RowLines;
  return (
    <section
      className="panel"
      id={sectionAnchor(section.name)}
      tabIndex={-1}
      data-table={section.name}
    >
      <SectionTitle section={section} />
      {ids.length === 0 ? (
        <p className="quiet small">{t('form.noRows')}</p>
      ) : (
        <Rows section={section} form={form} ids={ids} remove={remove} />
      )}
      <Button id={addButtonId(section.name)} icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('form.addRow')}
        <span className="visually-hidden">: {section.label}</span>
      </Button>
    </section>
  );
}
