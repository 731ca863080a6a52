/** Between what stands in the window's boxes and the edit that they mean. */
import { parseTypedDate } from '../../../shared/calendar/partial-date.ts';
import type { CatalogueName, RowEdit } from '../../../shared/catalogue/index.ts';
import { traitOf } from '../../../shared/catalogue/traits.ts';
import { tidyText } from '../../../shared/vietnamese/fold.ts';
import type { RowTask } from './row-dialog.tsx';

/** As typed. A box that the task does not show is not there. */
export interface RowFields {
  readonly code?: string;
  readonly label?: string;
  /** One spelling a line. */
  readonly aliases?: string;
  readonly source?: string;
  readonly trait?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successor?: string;
  readonly reason: string;
}

export function startOf(task: RowTask): Partial<RowFields> {
  if (task.kind !== 'rename') return {};
  const { label, aliases, source } = task.row;
  return { label, aliases: (aliases ?? []).join('\n'), source };
}

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map(tidyText)
    .filter((line) => line !== '');

/** A whole day, or null for an empty box; the form lets nothing else through. */
const dayOf = (text = ''): string | null => parseTypedDate(text);

export function editOf(name: CatalogueName, task: RowTask, fields: RowFields): RowEdit {
  const { label = '', source = '', trait } = fields;
  if (task.kind === 'add') {
    const code = (fields.code ?? '').trim();
    const row = {
      label: tidyText(label),
      aliases: linesOf(fields.aliases),
      validFrom: dayOf(fields.validFrom),
      source: tidyText(source),
      trait: traitOf(name) ? (trait ?? null) : null,
    };
    return { kind: 'add', code, row };
  }
  const { code } = task.row;
  if (task.kind === 'reopen')
    return { kind: 'amend', code, set: { validTo: null, successor: null } };
  if (task.kind === 'end') {
    const validTo = dayOf(fields.validTo);
    const { successor } = fields;
    return {
      kind: 'amend',
      code,
      set: { validTo, ...(successor === undefined ? {} : { successor }) },
    };
  }
  return { kind: 'amend', code, set: changedWords(task.row, fields) };
}

/** Only what differs, so that a later program's better words are not held back by words nobody changed. */
function changedWords(
  row: Extract<RowTask, { readonly kind: 'rename' | 'end' | 'reopen' }>['row'],
  fields: RowFields,
): Extract<RowEdit, { kind: 'amend' }>['set'] {
  const label = tidyText(fields.label ?? '');
  const source = tidyText(fields.source ?? '');
  const aliases = linesOf(fields.aliases);
  const sameAliases = aliases.join('\n') === (row.aliases ?? []).join('\n');
  return {
    ...(label === row.label ? {} : { label }),
    ...(source === row.source ? {} : { source }),
    ...(sameAliases ? {} : { aliases }),
  };
}
