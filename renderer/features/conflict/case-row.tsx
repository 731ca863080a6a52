/** One field of a case: its three values, the choice among them, and the reason for it. */
import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonValue } from '../../../shared/canonical/json.ts';
import type { Take } from '../../../shared/change/change.ts';
import type { ConflictCase, ConflictRow } from '../../../shared/change/conflict-case.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import { formatInstant } from '../../ui/instants.ts';
import { FieldInput, useIssueText } from '../dossier-form/index.ts';
import { HiddenValue } from '../../ui/hidden-value.tsx';
import { useFieldName } from './field-name.tsx';
import type { DecisionForm } from './use-decisions.ts';

interface CaseRowProps {
  readonly found: ConflictCase;
  readonly row: ConflictRow;
  readonly form: DecisionForm | null;
  /** Sensitive and not asked for. */
  readonly hidden: boolean;
}

/** Ids of a field's inputs; what is missing sends the keyboard there. */
export const choiceId = (path: string): string => `decide-${path.replaceAll('.', '-')}`;

export function CaseRow(props: CaseRowProps) {
  const { found, row, form } = props;
  const nameOf = useFieldName(found);
  const show = useShownValue(row, props.hidden);
  return (
    <tbody className="case-field">
      <tr>
        <th scope="row">{nameOf(row.path)}</th>
        <td className="quiet">{found.baseKnown ? show(row.base) : '?'}</td>
        <td>
          <Choice {...props} take="theirs">
            {show(row.theirs)}
          </Choice>
          <TouchedBy row={row} />
        </td>
        <td>
          <Choice {...props} take="mine">
            {show(row.mine)}
          </Choice>
        </td>
        {form ? (
          <td>
            <OtherChoice {...props} form={form} />
          </td>
        ) : null}
      </tr>
      {form ? <ReasonRow {...props} form={form} /> : null}
    </tbody>
  );
}

function useShownValue(
  row: ConflictRow,
  hidden: boolean,
): (value: JsonValue | undefined) => ReactNode {
  const { t } = useTranslation();
  return (value) => {
    if (row.hidden) return <HiddenValue />;
    const text = displayValue(value, fieldAt(row.path));
    if (text === '') return t('change.empty');
    return hidden ? '••••••' : text;
  };
}

function TouchedBy({ row: { touched } }: { row: ConflictRow }) {
  const { t } = useTranslation();
  if (!touched) return null;
  const { change, applied } = touched;
  const approved = t('conflict.approvedAt', { time: formatInstant(applied.approvedAtUtc) });
  return (
    <div className="quiet small">
      {change ? `${change.author.name}, ${formatInstant(change.authoredAtUtc)}; ` : ''}
      {approved}
    </div>
  );
}

interface ChoiceProps extends CaseRowProps {
  readonly take: Take;
  readonly children: ReactNode;
}

/** The value itself is the label of its choice; without a form it is only the value. */
function Choice({ found, row, form, take, children }: ChoiceProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName(found);
  if (!form) return <span className="strong break-anywhere">{children}</span>;
  const words = { mine: t('conflict.takeMine'), theirs: t('conflict.takeTheirs'), other: '' };
  const chosen = form.draftOf(row.path).take;
  return (
    <Radio
      name={choiceId(row.path)}
      id={`${choiceId(row.path)}-${take}`}
      checked={chosen === take}
      aria-label={`${nameOf(row.path)}: ${words[take]} ${typeof children === 'string' ? children : ''}`.trim()}
      onChange={() => {
        form.act({ do: 'edit', path: row.path, draft: { take } });
      }}
    >
      <span className="strong break-anywhere">{children}</span>
    </Radio>
  );
}

interface WithForm extends CaseRowProps {
  readonly form: DecisionForm;
}

function OtherChoice(props: WithForm) {
  const { t } = useTranslation();
  const issueText = useIssueText();
  const { row, form } = props;
  const field = fieldAt(row.path);
  const draft = form.draftOf(row.path);
  // A whole row of a repeated section has no one box to type in.
  if (!field) return null;
  const id = `${choiceId(row.path)}-value`;
  const issue = form.asked ? form.issues.get(row.path) : undefined;
  return (
    <>
      <Choice {...props} take="other">
        {t('conflict.otherValue')}
      </Choice>
      {draft.take === 'other' ? (
        <>
          <label id={`${id}-label`} htmlFor={id} className="visually-hidden">
            {t('conflict.otherValue')}
          </label>
          <FieldInput
            id={id}
            field={field}
            path={row.path}
            value={draft.value}
            invalid={issue !== undefined}
            describedBy={`${id}-note`}
            act={(action) => {
              if (action.do === 'set')
                form.act({
                  do: 'edit',
                  path: row.path,
                  draft: { value: action.value, unreadable: null },
                });
              if (action.do === 'unreadable')
                form.act({ do: 'edit', path: row.path, draft: { unreadable: action.key } });
            }}
          />
        </>
      ) : null}
      <div id={`${id}-note`} className={issue ? 'form-note error' : 'small quiet'}>
        {issue ? issueText(issue) : draft.take === 'other' ? t('conflict.otherHint') : ''}
      </div>
    </>
  );
}

function ReasonRow({ found, row, form }: WithForm) {
  const { t } = useTranslation();
  const nameOf = useFieldName(found);
  const id = `${choiceId(row.path)}-reason`;
  const { reason, take } = form.draftOf(row.path);
  const lacks = form.asked && form.missing.includes(row.path);
  return (
    <tr>
      <td className="case-reason-label">
        <label className="form-label" htmlFor={id}>
          {t('conflict.reason')}
          <span className="visually-hidden">: {nameOf(row.path)}</span>
        </label>
      </td>
      <td colSpan={4}>
        <Input
          id={id}
          value={reason}
          maxLength={1000}
          autoComplete="off"
          status={lacks ? 'error' : ''}
          aria-invalid={lacks}
          aria-describedby={`${id}-note`}
          placeholder={row.agreed ? undefined : t('conflict.reasonExample')}
          onChange={(event) => {
            form.act({ do: 'edit', path: row.path, draft: { reason: event.target.value } });
          }}
        />
        {lacks ? (
          <div id={`${id}-note`} className="form-note error">
            {t(take === null ? 'conflict.choiceRequired' : 'desk.reasonRequired')}
          </div>
        ) : null}
      </td>
    </tr>
  );
}
