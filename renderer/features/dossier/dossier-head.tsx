/** The line under the name: birth date, unit, version, what waits. */
import { ClockCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../../shared/change/describe.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import type { DossierView } from '../../data/port/data-port.ts';
import { useUnitNames } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import type { ShownContent } from './shown-content.ts';

const headPaths = ['identity.birthDate', 'identity.identityNumber', 'employment.position'];

export function DossierHead({ view, shown }: { view: DossierView; shown: ShownContent }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const parts = [
    ...headPaths.map((path) => displayValue(valueAt(shown.content, path), fieldAt(path))),
    unitName(shown.unit),
    ...(view.dossier
      ? [
          t('dossier.version', { version: view.dossier.version }),
          t('dossier.updatedAt', { time: formatInstant(view.dossier.updatedAtUtc) }),
        ]
      : []),
  ].filter((part) => part !== '');
  return (
    <>
      {parts.join(' · ')}{' '}
      {view.dossier?.status === 'ended' ? <Tag>{t('dossiers.ended')}</Tag> : null}
      {shown.pending ? (
        <Tag color="warning" icon={<ClockCircleOutlined aria-hidden />}>
          {t('dossier.pendingCreate')}
        </Tag>
      ) : null}
    </>
  );
}
