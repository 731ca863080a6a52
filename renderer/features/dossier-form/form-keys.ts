/**
 * The keyboard of the form: Enter goes to the next box, as on paper; Ctrl+Enter goes on to the review; Alt+PageDown
 * and Alt+PageUp go to the next and the last section; Alt+Insert adds a row to the table one is in, Alt+Delete removes
 * the row.
 */
import type { KeyboardEvent } from 'react';
import { goToSection } from '../../ui/section-nav.tsx';
import { addButtonId } from './table-rows.ts';

const boxes =
  'input:not([type="hidden"]):not([disabled]):not([type="radio"]), input[type="radio"]:checked, textarea, [data-table] > button';

type KeyAction = (event: KeyboardEvent<HTMLElement>, target: HTMLElement) => boolean;

/** The section before or after the one that has the keyboard. */
const toSection =
  (by: 1 | -1): KeyAction =>
  (event, target) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('section[id^="section-"]')];
    const at = all.findIndex((section) => section.contains(target));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) goToSection(next.id.replace('section-', ''));
    return true;
  };

const addRow: KeyAction = (_event, target) => {
  const table = target.closest<HTMLElement>('[data-table]')?.dataset.table;
  if (table === undefined) return false;
  document.getElementById(addButtonId(table))?.click();
  return true;
};

const removeRow: KeyAction = (_event, target) => {
  const row = target.closest('tr, [data-row]');
  const button = row?.querySelector<HTMLElement>('[data-remove-row]');
  button?.click();
  return button !== null && button !== undefined;
};

const withAlt: Readonly<Record<string, KeyAction>> = {
  PageDown: toSection(1),
  PageUp: toSection(-1),
  Insert: addRow,
  Delete: removeRow,
};

function nextBox(event: KeyboardEvent<HTMLElement>, target: HTMLElement): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(boxes)];
  all[all.indexOf(target) + 1]?.focus();
}

export function formKeys(onReview: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const target = event.target;
    if (event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
    const action = event.altKey ? withAlt[event.key] : undefined;
    if (action?.(event, target)) event.preventDefault();
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onReview();
      return;
    }
    // A choice uses Enter itself, a text area needs it for a new line.
    if (!(target instanceof HTMLInputElement) || isOpenChoice(target)) return;
    event.preventDefault();
    nextBox(event, target);
  };
}

/** A choice keeps Enter for itself unless its list is shut and it only suggests. */
const isOpenChoice = (input: HTMLInputElement): boolean =>
  input.role === 'combobox' &&
  (input.ariaExpanded === 'true' || input.closest('.ant-select-auto-complete') === null);
