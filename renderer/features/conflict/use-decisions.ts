/** What a person has chosen so far in a conflict case, field by field, and what is still missing. */
import { useMemo, useReducer } from 'react';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/canonical/json.ts';
import type { Take } from '../../../shared/change/change.ts';
import type { ConflictCase, ConflictRow } from '../../../shared/change/conflict-case.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { blockingAmong, checkContent } from '../../../shared/checks/index.ts';
import { applyMergePatch } from '../../../shared/change/merge-patch.ts';
import { decidedPatch } from '../../../shared/change/resolution.ts';
import type { FieldChoice } from '../../data/port/data-port.ts';
import { issuesOf, type Issue, type IssueKey } from '../dossier-form/index.ts';

export interface FieldDraft {
  /** Null while nothing is chosen; a field that nobody else touched then simply goes on. */
  readonly take: Take | null;
  readonly reason: string;
  /** Of `other`; undefined takes the field away. */
  readonly value: JsonValue | undefined;
  readonly unreadable: IssueKey | null;
}

type Drafts = Readonly<Record<string, FieldDraft>>;

export type DecisionAction =
  | { readonly do: 'edit'; readonly path: string; readonly draft: Partial<FieldDraft> }
  | { readonly do: 'reasonForAll'; readonly reason: string }
  | { readonly do: 'ask' };

interface DecisionState {
  readonly drafts: Drafts;
  readonly asked: boolean;
}

const untouched: FieldDraft = { take: null, reason: '', value: undefined, unreadable: null };

function step(state: DecisionState, action: DecisionAction): DecisionState {
  switch (action.do) {
    case 'edit': {
      const draft = { ...(state.drafts[action.path] ?? untouched), ...action.draft };
      return { ...state, drafts: { ...state.drafts, [action.path]: draft } };
    }
    case 'reasonForAll': {
      const given = (draft: FieldDraft) =>
        draft.reason.trim() === '' ? { ...draft, reason: action.reason } : draft;
      const drafts = Object.entries(state.drafts).map(([path, draft]) => [path, given(draft)]);
      return { ...state, drafts: Object.fromEntries(drafts) as Drafts };
    }
    case 'ask':
      return { ...state, asked: true };
  }
}

/** A decision that came back begins as it was; where both sides say the same there is nothing to choose. */
function firstDraft(
  { decision }: ConflictCase,
  row: ConflictRow,
  agreedReason: string,
): FieldDraft {
  const made = decision?.resolves?.decisions.find(({ path }) => path === row.path);
  if (made && decision) {
    const value = valueAt(decision.patch, row.path) ?? undefined;
    return { ...untouched, take: made.take, reason: made.reason, value };
  }
  if (row.overlaps && row.agreed) return { ...untouched, take: 'theirs', reason: agreedReason };
  return untouched;
}

export interface DecisionForm {
  readonly drafts: Drafts;
  readonly draftOf: (path: string) => FieldDraft;
  readonly choices: readonly FieldChoice[];
  /** Fields that still lack a choice or a reason. */
  readonly missing: readonly string[];
  /** What the dossier would not accept, by path. */
  readonly issues: ReadonlyMap<string, Issue>;
  readonly asked: boolean;
  readonly act: (action: DecisionAction) => void;
}

const isDecided = (draft: FieldDraft) => draft.take !== null && draft.reason.trim() !== '';

function choicesIn(drafts: Drafts): readonly FieldChoice[] {
  return Object.entries(drafts).flatMap(([path, { take, reason, value }]): FieldChoice[] => {
    if (take === null) return [];
    const choice = { path, take, reason: reason.trim() };
    return [take === 'other' ? { ...choice, value: value ?? null } : choice];
  });
}

function issuesIn(found: ConflictCase, drafts: Drafts, choices: readonly FieldChoice[]) {
  const others = new Map(choices.map(({ path, value }) => [path, value ?? null] as const));
  const content = applyMergePatch(
    found.dossier.content,
    decidedPatch(found.change, choices, others),
  );
  const unreadable = Object.entries(drafts).flatMap(([path, draft]) =>
    draft.take === 'other' && draft.unreadable ? [[path, draft.unreadable] as const] : [],
  );
  const next: JsonObject = isJsonObject(content) ? content : {};
  const remarks = checkContent(next, civilDateInVietnam(new Date().toISOString()));
  return issuesOf(next, Object.fromEntries(unreadable), blockingAmong(remarks, found.change.paths));
}

export function useDecisions(found: ConflictCase, agreedReason: string): DecisionForm {
  const [state, act] = useReducer(step, null, () => ({
    drafts: Object.fromEntries(
      found.rows.map((row) => [row.path, firstDraft(found, row, agreedReason)]),
    ),
    asked: false,
  }));
  const { drafts } = state;
  const choices = useMemo(() => choicesIn(drafts), [drafts]);
  const issues = useMemo(() => issuesIn(found, drafts, choices), [found, drafts, choices]);
  const draftOf = (path: string) => drafts[path] ?? untouched;
  const missing = found.rows
    .filter(
      ({ path, overlaps }) =>
        (overlaps || draftOf(path).take !== null) && !isDecided(draftOf(path)),
    )
    .map(({ path }) => path);
  return { ...state, choices, issues, missing, draftOf, act };
}
