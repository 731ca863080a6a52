/** Before a decision is sent: what the dossier will say, each field's decision and its reason. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import type { JsonObject, JsonValue } from '../../../shared/canonical/json.ts';
import { decidedPatch } from '../../../shared/change/resolution.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import type { FieldChoice } from '../../data/port/data-port.ts';
import { usePort } from '../../session/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DecisionList, DifferenceTable } from '../change/index.ts';
import { useSubmitted } from '../dossier-form/index.ts';

interface DecisionReviewProps {
  readonly found: ConflictCase;
  readonly choices: readonly FieldChoice[];
  readonly onBack: () => void;
  /** Told before the screen is left. */
  readonly onSent: () => void;
}

export function DecisionReview({ found, choices, onBack, onSent }: DecisionReviewProps) {
  const { t } = useTranslation();
  const port = usePort();
  const navigate = useNavigate();
  const submitted = useSubmitted();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const others = new Map(
    choices.map(({ path, value }): [string, JsonValue] => [path, value ?? null]),
  );
  const patch = decidedPatch(found.change, choices, others);
  const send = async () => {
    setBusy(true);
    const { change, dossier } = found;
    const failure = await submitted(() =>
      port.decideConflict(change._id, choices, dossier.version),
    );
    setBusy(false);
    setProblem(failure);
    if (failure) return;
    onSent();
    void navigate('/desk?tab=conflicted');
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <section className="panel stack">
        <h2 className="section-title">{t('conflict.reviewTitle')}</h2>
        <Outcome found={found} patch={patch} />
        <DecisionList decisions={choices} />
      </section>
      {problem ? (
        <ProblemAlert title={t('form.failedTitle')} problem={problem}>
          {t('form.keptHere')}
        </ProblemAlert>
      ) : null}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} autoFocus>
          {t('conflict.send')}
        </Button>
        <Button onClick={onBack} disabled={busy}>
          {t('conflict.back')}
        </Button>
      </div>
    </form>
  );
}

function Outcome({ found, patch }: { readonly found: ConflictCase; readonly patch: JsonObject }) {
  const { t } = useTranslation();
  if (Object.keys(patch).length === 0)
    return <Alert type="info" showIcon title={t('conflict.nothingChanges')} />;
  return <DifferenceTable before={found.dossier.content} patch={patch} />;
}
