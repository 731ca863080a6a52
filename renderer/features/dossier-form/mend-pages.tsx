/** Sửa và gửi lại: the form filled with what was entered, for changes that came back. */
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isJsonObject, type JsonObject } from '../../../shared/canonical/json.ts';
import type { Change } from '../../../shared/change/change.ts';
import { maskedSectionsOf } from '../../../shared/change/masking.ts';
import { applyMergePatch } from '../../../shared/change/merge-patch.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import type { Result } from '../../../shared/errors/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useChanges, useDossier, usePort, useRefused } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DossierForm, type Submission } from './dossier-form.tsx';
import { KeptForm } from './kept-form.tsx';
import { useSubmitted } from './use-submitted.ts';

/** A change that a colleague returned; it goes again as the same change. */
export function MendReturnedPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const port = usePort();
  return (
    <QueryView query={useChanges({ states: ['returned', 'draft'] })}>
      {(changes) => {
        const change = changes.find((one) => one._id === id);
        if (!change) return <Gone />;
        const reason = change.history.at(-1)?.reason ?? '';
        return (
          <MendForm
            change={change}
            formKey={`mend:${change._id}`}
            why={t('form.returnedBecause', { reason })}
            clockFrom={change.clockFrom}
            send={({ patch, clockFrom, evidence }) =>
              port.resubmit(change._id, patch, clockFrom, evidence)
            }
            backTo="/desk"
          />
        );
      }}
    </QueryView>
  );
}

/** A change that the centre refused; it goes as a new one. */
export function MendRefusedPage() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { id } = useParams();
  const port = usePort();
  return (
    <QueryView query={useRefused()}>
      {(items) => {
        const item = items.find((one) => one.id === id);
        if (!item?.change) return <Gone />;
        return (
          <MendForm
            change={item.change}
            formKey={`mend:${item.id}`}
            why={t('form.refusedBecause', { reason: terms.problem(item.problem) })}
            clockFrom={null}
            send={({ patch, evidence }, seenVersion) =>
              port.mend(item.id, { patch, evidence, seenVersion })
            }
            backTo="/refused"
          />
        );
      }}
    </QueryView>
  );
}

interface MendFormProps {
  readonly formKey: string;
  readonly change: Change;
  readonly why: string;
  readonly clockFrom: string | null;
  readonly send: (input: Submission, seenVersion: number | null) => Promise<Result<Change>>;
  readonly backTo: string;
}

function MendForm(props: MendFormProps) {
  const isNew = props.change.kind === 'create';
  const view = useDossier(isNew ? undefined : props.change.dossier);
  if (isNew) return <FilledForm {...props} dossier={null} />;
  return (
    <QueryView query={view}>
      {(found) => (found?.dossier ? <FilledForm {...props} dossier={found.dossier} /> : <Gone />)}
    </QueryView>
  );
}

function FilledForm({
  change,
  formKey,
  why,
  clockFrom,
  send,
  backTo,
  dossier,
}: MendFormProps & { readonly dossier: Dossier | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const submitted = useSubmitted();
  const title = t('form.mendTitle', { name: change.personName });
  const [base] = useState(() => (dossier ? (dossier.content as JsonObject) : undefined));
  // A newer version may arrive while someone types: the change is made on the one that was seen.
  const [version] = useState(dossier?.version ?? null);
  const masked = dossier?.masked ?? maskedSectionsOf(change);
  const [start] = useState(() => {
    const content = applyMergePatch(base, change.patch);
    return isJsonObject(content) ? content : {};
  });
  return (
    <KeptForm
      title={title}
      formKey={formKey}
      base={base}
      start={start}
      version={version}
      evidence={change.evidence}
    >
      {(kept) => (
        <DossierForm
          title={title}
          base={base}
          start={kept.start}
          fresh={start}
          masked={masked}
          formKey={formKey}
          clockFrom={clockFrom}
          submitLabel={t('form.resubmit')}
          lead={<Alert type="warning" showIcon title={why} />}
          seenVersion={kept.seenVersion}
          evidence={kept.evidence}
          onSubmit={(input) => submitted(() => send(input, kept.seenVersion))}
          onDone={() => void navigate(backTo)}
        />
      )}
    </KeptForm>
  );
}

function Gone() {
  const { t } = useTranslation();
  return <EmptyAdvice title={t('form.goneTitle')} advice={t('form.goneAdvice')} />;
}
