/** The state of a form: its content, what could not be read, what the person has already left. */
import { useCallback, useMemo, useReducer } from 'react';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { blockingAmong, checkContent, type CheckRemark } from '../../../shared/checks/index.ts';
import type { JsonObject, JsonValue } from '../../../shared/canonical/json.ts';
import { changedPaths, withLeaf, withoutRow, withRow } from './form-content.ts';
import {
  issuesOf,
  remarksOf,
  type Issue,
  type IssueKey,
  type Issues,
  type Unreadable,
} from './form-issues.ts';

interface FormState {
  readonly content: JsonObject;
  readonly unreadable: Unreadable;
  /** Paths whose box was left: their errors may be shown. */
  readonly left: ReadonlySet<string>;
  /** The person asked to go on: all errors are shown. */
  readonly asked: boolean;
}

export type FormAction =
  | { readonly do: 'set'; readonly path: string; readonly value: JsonValue | undefined }
  | { readonly do: 'unreadable'; readonly path: string; readonly key: IssueKey }
  | { readonly do: 'leave'; readonly path: string }
  | { readonly do: 'ask' }
  | { readonly do: 'addRow'; readonly section: string; readonly id: string }
  | { readonly do: 'removeRow'; readonly section: string; readonly id: string };

function without(unreadable: Unreadable, gone: (path: string) => boolean): Unreadable {
  return Object.fromEntries(Object.entries(unreadable).filter(([path]) => !gone(path)));
}

function step(state: FormState, action: FormAction): FormState {
  switch (action.do) {
    case 'set':
      return {
        ...state,
        content: withLeaf(state.content, action.path, action.value),
        unreadable: without(state.unreadable, (path) => path === action.path),
      };
    case 'unreadable':
      return {
        ...state,
        content: withLeaf(state.content, action.path, undefined),
        unreadable: { ...state.unreadable, [action.path]: action.key },
      };
    case 'leave':
      return state.left.has(action.path)
        ? state
        : { ...state, left: new Set([...state.left, action.path]) };
    case 'ask':
      return { ...state, asked: true };
    case 'addRow':
      return { ...state, content: withRow(state.content, action.section, action.id) };
    case 'removeRow': {
      const prefix = `${action.section}.${action.id}.`;
      return {
        ...state,
        content: withoutRow(state.content, action.section, action.id),
        unreadable: without(state.unreadable, (path) => path.startsWith(prefix)),
      };
    }
  }
}

export interface DossierFormState {
  readonly content: JsonObject;
  readonly base: JsonObject | undefined;
  readonly issues: Issues;
  /** What the checks ask to look at, by path. */
  readonly remarks: ReadonlyMap<string, CheckRemark>;
  readonly changed: readonly string[];
  /** Whether anything was typed that leaving would lose. */
  readonly dirty: boolean;
  readonly asked: boolean;
  readonly left: ReadonlySet<string>;
  readonly act: (action: FormAction) => void;
}

/** An error is shown once its box was left, or all of them once the person asked to go on. */
export const shownIssue = (form: DossierFormState, path: string): Issue | undefined =>
  form.asked || form.left.has(path) ? form.issues.get(path) : undefined;

/** What the checks ask to look at: at once in a dossier that stands, in a new one when a box it speaks of was left. */
export function shownRemark(form: DossierFormState, path: string): CheckRemark | undefined {
  const remark = form.remarks.get(path);
  const known = form.base !== undefined || form.asked;
  return known || remark?.fields.some((field) => form.left.has(field)) ? remark : undefined;
}

/** @param base what the dossier says now; undefined for a new one */
export function useDossierForm(base: JsonObject | undefined, start: JsonObject): DossierFormState {
  const [state, act] = useReducer(step, {
    content: start,
    unreadable: {},
    left: new Set<string>(),
    asked: false,
  });
  const { content, unreadable } = state;
  const changed = useMemo(() => changedPaths(base, content), [base, content]);
  const found = useMemo(
    () => checkContent(content, civilDateInVietnam(new Date().toISOString())),
    [content],
  );
  const issues = useMemo(
    () => issuesOf(content, unreadable, blockingAmong(found, changed)),
    [content, unreadable, found, changed],
  );
  const remarks = useMemo(() => remarksOf(found), [found]);
  const dirty = useMemo(
    () => changedPaths(start, content).length > 0 || Object.keys(unreadable).length > 0,
    [start, content, unreadable],
  );
  const stableAct = useCallback((action: FormAction) => {
    act(action);
  }, []);
  return { ...state, base, issues, remarks, changed, dirty, act: stableAct };
}
