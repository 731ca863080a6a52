/** Deciding in two steps: the choices with their reasons, then what comes of them, then it is sent. */
import { Alert, Button, Input } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { useTerms } from '../../i18n/terms.ts';
import { formKeys, LeaveGuard, useIssueText } from '../dossier-form/index.ts';
import { choiceId } from './case-row.tsx';
import { CaseTable } from './case-table.tsx';
import { DecisionReview } from './decision-review.tsx';
import { useDecisions, type DecisionForm } from './use-decisions.ts';

export function DecideForm({ found: newest }: { found: ConflictCase }) {
  const { t } = useTranslation();
  // The dossier may move while someone decides: the decision is on what was seen, and no input goes.
  const [found] = useState(newest);
  const form = useDecisions(found, t('conflict.agreedReason'));
  const [reviewing, setReviewing] = useState(false);
  const [start] = useState(form.drafts);
  // Not a state: the question is asked before the next rendering.
  const sent = useRef(false);
  const dirty = useCallback(() => form.drafts !== start && !sent.current, [form.drafts, start]);
  const review = () => {
    form.act({ do: 'ask' });
    const [first] = form.missing;
    if (first !== undefined) focusOn(first, form);
    else if (form.issues.size === 0) setReviewing(true);
  };
  return (
    <>
      <LeaveGuard dirty={dirty} />
      {newest.dossier.version > found.dossier.version ? (
        <Alert type="warning" showIcon title={t('conflict.movedMeanwhile')} />
      ) : null}
      {reviewing ? (
        <DecisionReview
          found={found}
          choices={form.choices}
          onBack={() => {
            setReviewing(false);
          }}
          onSent={() => {
            sent.current = true;
          }}
        />
      ) : (
        <Choosing found={found} form={form} onReview={review} />
      )}
    </>
  );
}

/** To the first field that lacks something: its choice, or its reason. */
function focusOn(path: string, form: DecisionForm): void {
  const part = form.draftOf(path).take === null ? 'theirs' : 'reason';
  const input = document.getElementById(`${choiceId(path)}-${part}`);
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
}

interface ChoosingProps {
  readonly found: ConflictCase;
  readonly form: DecisionForm;
  readonly onReview: () => void;
}

function Choosing({ found, form, onReview }: ChoosingProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const count = form.missing.length;
  return (
    // Keys of the whole form: Enter goes on, Ctrl+Enter reviews.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields inside have the focus
    <div className="stack" onKeyDown={formKeys(onReview)}>
      <section className="panel stack">
        <p style={{ margin: 0 }}>{t('conflict.advice')}</p>
        <CaseTable found={found} form={form} />
        <div className="toolbar">
          <label className="form-label" htmlFor="reason-for-all">
            {t('conflict.reasonForAll')}
          </label>
          <Input
            id="reason-for-all"
            value={reason}
            maxLength={1000}
            autoComplete="off"
            style={{ width: 420 }}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <Button
            disabled={reason.trim() === ''}
            onClick={() => {
              form.act({ do: 'reasonForAll', reason: reason.trim() });
            }}
          >
            {t('conflict.applyToAll')}
          </Button>
        </div>
      </section>
      <OtherIssues found={found} form={form} />
      <div className="form-foot">
        <Button type="primary" onClick={onReview}>
          {t('conflict.review')}
        </Button>
        <span className="quiet" role="status">
          {count > 0 ? t('conflict.missing', { count }) : t('conflict.complete')}
        </span>
        <span className="quiet small">{t('conflict.keys')}</span>
      </div>
    </div>
  );
}

/** What the dossier would not accept in fields that have no box here, such as a row that was removed. */
function OtherIssues({ found, form }: Pick<ChoosingProps, 'found' | 'form'>) {
  const { t } = useTranslation();
  const terms = useTerms();
  const boxes = new Set(
    found.rows
      .filter(({ path, overlaps }) => overlaps && form.draftOf(path).take === 'other')
      .map(({ path }) => path),
  );
  const issueText = useIssueText();
  const elsewhere = [...form.issues].filter(([path]) => !boxes.has(path));
  if (!form.asked || form.missing.length > 0 || elsewhere.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('conflict.impossible')}
      description={elsewhere.map(([path, issue]) => (
        <div key={path}>
          {terms.field(path)}: {issueText(issue)}
        </div>
      ))}
    />
  );
}
