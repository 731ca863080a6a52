/** Every field that was read of one person, in the order of the form. */
import { useTranslation } from 'react-i18next';
import { describeChange } from '../../../shared/change/describe.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { ReadPerson } from '../../../shared/import/index.ts';
import { DifferenceTable } from '../change/index.ts';

export function PersonDetails({ person }: { person: ReadPerson }) {
  const { t } = useTranslation();
  const content = person.content as JsonObject;
  if (describeChange(undefined, content).length === 0) {
    return <span className="quiet">{t('common.none')}</span>;
  }
  return (
    <div style={{ maxWidth: 820 }}>
      <DifferenceTable before={undefined} patch={content} />
    </div>
  );
}
