/** Sửa hồ sơ: an `amend` change on the version that was on screen when editing began. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { useDossier, usePort } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DossierForm } from './dossier-form.tsx';
import { KeptForm } from './kept-form.tsx';
import { useSubmitted } from './use-submitted.ts';

export function EditDossierPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  return (
    <QueryView query={useDossier(id)}>
      {(view) =>
        view?.dossier ? (
          <EditDossier dossier={view.dossier} />
        ) : (
          <EmptyAdvice title={t('dossier.missingTitle')} advice={t('dossier.editBlocked')} />
        )
      }
    </QueryView>
  );
}

function EditDossier({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const port = usePort();
  const navigate = useNavigate();
  const submitted = useSubmitted();
  // A newer version may arrive while someone types: the change is made on the one that was seen.
  const [seen] = useState(dossier);
  const base = seen.content as JsonObject;
  const name = seen.content.identity.fullName;
  const formKey = `edit:${seen._id}`;
  const title = t('form.editTitle', { name });
  return (
    <KeptForm title={title} formKey={formKey} base={base} start={base} version={seen.version}>
      {({ start, seenVersion, evidence: before }) => (
        <DossierForm
          title={title}
          base={base}
          start={start}
          fresh={base}
          masked={seen.masked ?? []}
          formKey={formKey}
          seenVersion={seenVersion}
          evidence={before}
          submitLabel={t('form.submit')}
          onSubmit={({ patch, clockFrom, evidence }) =>
            submitted(async () => {
              const [result] = await port.submit([
                {
                  unit: seen.unit,
                  dossier: seen._id,
                  kind: 'amend',
                  baseVersion: seenVersion ?? seen.version,
                  patch,
                  clockFrom,
                  evidence,
                },
              ]);
              return result;
            })
          }
          onDone={() => void navigate(`/dossiers/${seen._id}?tab=changes`)}
        />
      )}
    </KeptForm>
  );
}
