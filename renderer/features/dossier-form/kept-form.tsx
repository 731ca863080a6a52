/** Before a form opens: what was left unfinished in it is offered again, to go on with or to give up. */
import { Button, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { isJsonObject, type JsonObject } from '../../../shared/canonical/json.ts';
import { applyMergePatch } from '../../../shared/change/merge-patch.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import type { UnfinishedForm } from '../../data/port/unfinished.ts';
import { usePort } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

export interface FormStart {
  readonly start: JsonObject;
  /** What stood above the form; empty for a fresh one. */
  readonly above: UnfinishedForm['above'];
  /** Version of the dossier that the person saw when they typed; null for a new one. */
  readonly seenVersion: number | null;
  readonly evidence: readonly Evidence[];
}

interface KeptFormProps {
  /** Of the form: says what the offer is about. */
  readonly title: string;
  readonly formKey: string;
  readonly base: JsonObject | undefined;
  /** What a fresh form holds. */
  readonly start: JsonObject;
  /** Version of `base`; null for a new dossier. */
  readonly version: number | null;
  /** Scans that a fresh form opens with. */
  readonly evidence?: readonly Evidence[];
  readonly children: (start: FormStart) => ReactNode;
}

const noScans: readonly Evidence[] = [];

export function KeptForm(props: KeptFormProps) {
  const { title, formKey, base, start, version, evidence = noScans, children } = props;
  const port = usePort();
  const [chosen, setChosen] = useState<FormStart | null>(null);
  const kept = useQuery({
    queryKey: ['unfinished', formKey],
    queryFn: () => port.unfinished.read(formKey),
    gcTime: 0,
    staleTime: Infinity,
  });
  const fresh: FormStart = { start, above: {}, seenVersion: version, evidence };
  if (chosen) return children(chosen);
  return (
    <QueryView query={kept}>
      {(form) =>
        form === null ? (
          children(fresh)
        ) : (
          <Offer
            title={title}
            form={form}
            onResume={() => {
              const content = applyMergePatch(base, form.patch);
              setChosen({
                start: isJsonObject(content) ? content : start,
                above: form.above,
                // What was typed on an older version is judged as of then: it must not pass over a newer value unseen.
                seenVersion:
                  version === null ? null : Math.min(version, form.seenVersion ?? version),
                evidence: form.evidence,
              });
            }}
            onDrop={async () => {
              await port.unfinished.write(formKey, null);
              setChosen(fresh);
            }}
          />
        )
      }
    </QueryView>
  );
}

interface OfferProps {
  readonly title: string;
  readonly form: UnfinishedForm;
  readonly onResume: () => void;
  readonly onDrop: () => Promise<void>;
}

function Offer({ title, form, onResume, onDrop }: OfferProps) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <section className="panel stack tight">
        <h2 className="section-title" style={{ margin: 0 }}>
          {t('unfinished.title', { time: formatInstant(form.keptAtUtc) })}
        </h2>
        <p style={{ margin: 0 }}>{t('unfinished.text')}</p>
        <div className="toolbar">
          <Button type="primary" autoFocus onClick={onResume}>
            {t('unfinished.resume')}
          </Button>
          <Popconfirm
            title={t('unfinished.dropTitle')}
            okText={t('unfinished.drop')}
            cancelText={t('common.cancel')}
            onConfirm={onDrop}
          >
            <Button danger>{t('unfinished.drop')}</Button>
          </Popconfirm>
        </div>
      </section>
    </Page>
  );
}
