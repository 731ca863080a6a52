/** Filling in a dossier in two steps: the form, then the review of what changes. */
import { Button } from 'antd';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { sections } from '../../../shared/dossier/fields.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import { useTerms } from '../../i18n/terms.ts';
import { Page } from '../../ui/page.tsx';
import { SectionNav } from '../../ui/section-nav.tsx';
import { focusField } from './input-id.ts';
import { patchOf } from './form-content.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { FormSections } from './form-sections.tsx';
import type { UnfinishedForm } from '../../data/port/unfinished.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ReviewStep } from './review-step.tsx';
import { useKeepForm } from './use-keep-form.ts';
import { useDossierForm, type DossierFormState } from './use-dossier-form.ts';

/** What a person sends: the change, the day that starts its clock, and the scans that show it. */
export interface Submission {
  readonly patch: JsonObject;
  readonly clockFrom: string;
  readonly evidence: readonly Evidence[];
}

export interface DossierFormProps {
  readonly title: string;
  /** What the dossier says now; undefined for a new one. */
  readonly base: JsonObject | undefined;
  /** What the form opens with. */
  readonly start: JsonObject;
  /** What it opens with when nothing was left unfinished. */
  readonly fresh: JsonObject;
  /** Names the form; what stands in it is kept under this name. */
  readonly formKey: string;
  /** Version of the dossier that the person sees; kept with the form. Null for a new one. */
  readonly seenVersion: number | null;
  /** What stands above the form and is kept with it. */
  readonly above?: UnfinishedForm['above'];
  /** Sections that this account may not see: they stay out of the form, and as they are. */
  readonly masked?: readonly string[];
  readonly clockFrom?: string | null;
  /** Scans that it opens with: of what came back, or of a form that was kept. */
  readonly evidence: readonly Evidence[];
  readonly submitLabel: string;
  /** Stands above the form: the unit of a new dossier, the reason of a return. */
  readonly lead?: ReactNode;
  /** Checks what stands above the form; false keeps the form on screen. */
  readonly ready?: () => boolean;
  /** Answers a problem, or null when done; then `onDone` runs. */
  readonly onSubmit: (input: Submission) => Promise<Problem | null>;
  readonly onDone: () => void;
}

const nothingAbove: UnfinishedForm['above'] = {};

export function DossierForm(props: DossierFormProps) {
  const { t } = useTranslation();
  const form = useDossierForm(props.base, props.start);
  const [before] = useState<readonly Evidence[]>(props.evidence);
  const [evidence, setEvidence] = useState(before);
  const keeper = useKeepForm({
    formKey: props.formKey,
    base: props.base,
    fresh: props.fresh,
    content: form.content,
    above: props.above ?? nothingAbove,
    seenVersion: props.seenVersion,
    evidence,
  });
  const [reviewing, setReviewing] = useState(false);
  const done = useRef(false);
  const touched = form.dirty || evidence !== before;
  const dirty = useCallback(() => touched && !done.current, [touched]);
  const review = () => {
    form.act({ do: 'ask' });
    const [first] = form.issues.keys();
    if (first !== undefined) goToField(first);
    else if (form.changed.length > 0 && (props.ready?.() ?? true)) setReviewing(true);
  };
  return (
    <Page
      title={props.title}
      actions={reviewing ? null : <span className="quiet small">{t('form.keys')}</span>}
    >
      <LeaveGuard dirty={dirty} />
      {props.lead}
      {reviewing ? (
        <ReviewStep
          base={props.base}
          patch={patchOf(props.base, form.content)}
          clockFrom={props.clockFrom}
          submitLabel={props.submitLabel}
          evidence={evidence}
          onEvidence={setEvidence}
          onBack={() => {
            setReviewing(false);
          }}
          onSubmit={async (patch, clockFrom) => {
            const problem = await props.onSubmit({ patch, clockFrom, evidence });
            if (problem) return problem;
            done.current = true;
            await keeper.submitted();
            props.onDone();
            return null;
          }}
        />
      ) : (
        <FillStep form={form} masked={props.masked ?? []} onReview={review} />
      )}
    </Page>
  );
}

function goToField(path: string): void {
  focusField(path)?.scrollIntoView({ block: 'center' });
}

function FillStep({
  form,
  masked,
  onReview,
}: {
  form: DossierFormState;
  masked: readonly string[];
  onReview: () => void;
}) {
  const { t } = useTranslation();
  const terms = useTerms();
  const count = (name: string) =>
    form.asked ? [...form.issues.keys()].filter((path) => path.split('.')[0] === name).length : 0;
  const open = sections.filter(({ name }) => !masked.includes(name));
  const entries = open.map(({ name, item }) => ({
    name,
    item,
    label: terms.section(name),
    note: count(name) > 0 ? <span style={{ color: '#b3261e' }}>({count(name)})</span> : null,
  }));
  return (
    <div className="with-side">
      <SectionNav label={t('dossier.sections')} entries={entries} />
      {/* Keys of the whole form: Enter goes on, Ctrl+Enter reviews. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields inside have the focus */}
      <div className="stack" onKeyDown={formKeys(onReview)}>
        <FormSections form={form} open={open} />
        <FormFoot form={form} onGo={goToField}>
          <Button type="primary" onClick={onReview} disabled={form.changed.length === 0}>
            {t('form.review')}
          </Button>
        </FormFoot>
      </div>
    </div>
  );
}
