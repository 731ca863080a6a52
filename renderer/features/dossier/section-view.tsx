/** One section of a dossier, read-only. A sensitive one stays covered until the reader asks for it. */
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import type { Field, Section } from '../../../shared/dossier/fields.ts';
import { rowIds } from '../../../shared/dossier/rows.ts';
import { useTerms } from '../../i18n/terms.ts';
import { HiddenValue } from '../../ui/hidden-value.tsx';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { sectionAnchor } from '../../ui/section-nav.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';

interface SectionViewProps {
  readonly section: Section;
  readonly content: JsonObject;
  /** Not for this account. */
  readonly hidden: boolean;
}

export function SectionView({ section, content, hidden }: SectionViewProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const filled = content[section.name] !== undefined;
  const covered = section.sensitive && filled && !asked;
  return (
    <section className="panel" id={sectionAnchor(section.name)} tabIndex={-1}>
      <div className="section-head">
        <SectionTitle section={section} />
        {section.sensitive && filled && !hidden ? (
          <Button
            type="link"
            size="small"
            icon={asked ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
            title={t('dossier.sensitiveHint')}
            onClick={() => {
              setAsked(!asked);
            }}
          >
            {t(asked ? 'common.hide' : 'common.show')}
            <span className="visually-hidden">: {section.label}</span>
          </Button>
        ) : null}
      </div>
      {hidden ? (
        <HiddenValue />
      ) : covered ? (
        <span title={t('dossier.sensitiveHint')}>
          <span aria-hidden>••••••</span> <span className="quiet small">{t('dossier.masked')}</span>
        </span>
      ) : section.repeated ? (
        <TableView section={section} content={content} />
      ) : (
        <FieldsView section={section} content={content} />
      )}
    </section>
  );
}

type Shown = Pick<SectionViewProps, 'section' | 'content'>;

function FieldsView({ section, content }: Shown) {
  const terms = useTerms();
  return (
    <dl className="details">
      {section.fields.map((field) => (
        <div key={field.path}>
          <dt>
            {field.item !== '' && field.item !== section.item ? (
              <span className="item-number">{field.item}. </span>
            ) : null}
            {terms.field(field.path)}
          </dt>
          <dd>
            <QuietValue value={displayValue(valueAt(content, field.path), field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Columns that no row fills are left out: the paper has them, the screen needs the room. */
function filledFields({ section, content }: Shown, ids: readonly string[]): readonly Field[] {
  return section.fields.filter(
    (field) =>
      field.required ||
      ids.some((id) => valueAt(content, field.path.replace('*', id)) !== undefined),
  );
}

function TableView({ section, content }: Shown) {
  const { t } = useTranslation();
  const terms = useTerms();
  const ids = rowIds(section, content);
  if (ids.length === 0) return <span className="quiet">{t('dossier.noRows')}</span>;
  const fields = filledFields({ section, content }, ids);
  return (
    <div className="scrolls-sideways">
      <table className="plain-table" aria-label={terms.section(section.name)}>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.path} scope="col">
                {terms.field(field.path)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr key={id}>
              {fields.map((field) => (
                <td key={field.path}>
                  <QuietValue
                    value={displayValue(valueAt(content, field.path.replace('*', id)), field)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
