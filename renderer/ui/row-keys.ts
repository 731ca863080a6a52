/**
 * Keyboard in a table of rows that open: arrows, Home and End move, Enter opens, `/` goes to the search box.
 * Works on the rendered rows, so that paging and sorting need no bookkeeping.
 */
import { useEffect, type KeyboardEvent, type RefObject } from 'react';

const rowsOf = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('tr[data-row-key]')].filter(
    (row) => row.tabIndex >= -1,
  );

function step(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** For the `onKeyDown` of an element around the search box and the table. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const rows = rowsOf(event.currentTarget);
  const at = rows.indexOf(target);
  if (at < 0) {
    const inSearch = target instanceof HTMLInputElement && target.type === 'search';
    if (!inSearch || event.key !== 'ArrowDown') return;
  }
  const next = step(event.key, at, rows.length);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
}

export function focusFirstRow(container: HTMLElement | null): void {
  if (container) rowsOf(container)[0]?.focus();
}

/** Properties of a row that opens by click or Enter. */
export function openingRow(open: () => void, index: number | undefined) {
  return {
    className: 'row-opens',
    tabIndex: index === 0 ? 0 : -1,
    onClick: open,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open();
    },
  };
}

const isTyping = (element: Element | null) =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable);

/** `/` anywhere on the screen goes to the search box. */
export function useSlashFocus(box: RefObject<{ focus(): void } | null>): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || isTyping(document.activeElement)) {
        return;
      }
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [box]);
}
