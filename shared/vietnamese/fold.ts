/** Vietnamese text: one normal form for storing, a folded form for searching without marks. */

/** NFC, single spaces, trimmed. Every text enters the system through this. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

/**
 * The search form: lower case, no marks, `đ` as `d`.
 * (`Intl.Collator` with base sensitivity does not equate a with ă nor d with đ.)
 */
export function foldText(text: string): string {
  const bare = text.normalize('NFC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  // Tidied last: a mark on a space, once gone, leaves a space at the end.
  return tidyText(bare).replaceAll('đ', 'd');
}
