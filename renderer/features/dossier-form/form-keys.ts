/** Enter goes to the next box, as on paper; Ctrl+Enter goes on to the review. */
import type { KeyboardEvent } from 'react';

const boxes =
  'input:not([type="hidden"]):not([disabled]):not([type="radio"]), input[type="radio"]:checked, textarea';

export function formKeys(onReview: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onReview();
      return;
    }
    const target = event.target;
    // A choice uses Enter itself, a text area needs it for a new line.
    if (!(target instanceof HTMLInputElement) || target.role === 'combobox') return;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(boxes)];
    all[all.indexOf(target) + 1]?.focus();
  };
}
