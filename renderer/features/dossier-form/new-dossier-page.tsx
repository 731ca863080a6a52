/** Lập hồ sơ mới: a `create` change for a person who has no dossier yet. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { may } from '../../../shared/account/policy.ts';
import { useAccount, usePort, useUnits } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { UnitSelect } from '../../ui/unit-select.tsx';
import type { Unit } from '../../../shared/unit/unit.ts';
import { DossierForm } from './dossier-form.tsx';
import { KeptForm, type FormStart } from './kept-form.tsx';
import { emptyContent } from './form-content.ts';
import { useSubmitted } from './use-submitted.ts';

const formKey = 'new';

export function NewDossierPage() {
  const { t } = useTranslation();
  const account = useAccount();
  return (
    <QueryView query={useUnits()}>
      {(all) => {
        const units = all
          .map(({ unit }) => unit)
          .filter((unit) => may(account, 'change.submit', { unit: unit.code }));
        return units.length === 0 ? (
          <EmptyAdvice title={t('staffImport.noUnit')} advice={t('navigation.nothingAllowed')} />
        ) : (
          <KeptForm
            title={t('form.newTitle')}
            formKey={formKey}
            base={undefined}
            start={emptyContent}
            version={null}
          >
            {(kept) => <NewDossier units={units} {...kept} />}
          </KeptForm>
        );
      }}
    </QueryView>
  );
}

interface NewDossierProps {
  readonly units: readonly Unit[];
}

function NewDossier({ units, start, above, evidence }: NewDossierProps & FormStart) {
  const { t } = useTranslation();
  const port = usePort();
  const navigate = useNavigate();
  const submitted = useSubmitted();
  const kept = units.find(({ code }) => code === above['unit']);
  const only = units.length === 1 ? units[0] : undefined;
  const [unit, setUnit] = useState((kept ?? only)?.code);
  const chosen = useMemo(() => ({ unit: unit ?? '' }), [unit]);
  const [asked, setAsked] = useState(false);
  return (
    <DossierForm
      title={t('form.newTitle')}
      base={undefined}
      start={start}
      fresh={emptyContent}
      formKey={formKey}
      above={chosen}
      seenVersion={null}
      evidence={evidence}
      submitLabel={t('form.submit')}
      lead={
        <div className="panel toolbar">
          <span className="form-label">{t('form.unit')}</span>
          <UnitSelect
            units={units}
            value={unit}
            label={t('form.unit')}
            width={360}
            onChange={setUnit}
          />
          {asked && unit === undefined ? (
            <span className="form-note error" role="alert">
              {t('form.unitRequired')}
            </span>
          ) : null}
        </div>
      }
      ready={() => {
        setAsked(true);
        return unit !== undefined;
      }}
      onSubmit={({ patch, clockFrom, evidence: scans }) =>
        submitted(async () => {
          const [result] = await port.submit([
            {
              unit: unit ?? '',
              dossier: null,
              kind: 'create',
              baseVersion: 0,
              patch,
              clockFrom,
              evidence: scans,
            },
          ]);
          return result;
        })
      }
      onDone={() => void navigate('/desk')}
    />
  );
}
