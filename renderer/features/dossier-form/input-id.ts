/** Where the box of a field is on the screen, and how the keyboard gets there. */

/** The id of a field's input; errors send the keyboard there. */
export const inputId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** Puts the keyboard into the box of a field: what has the id may only surround the input. Answers what has it. */
export function focusField(path: string): HTMLElement | null {
  const box = document.getElementById(inputId(path));
  (box instanceof HTMLInputElement ? box : (box?.querySelector('input') ?? box))?.focus();
  return box;
}
