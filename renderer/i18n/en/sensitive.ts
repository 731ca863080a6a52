/** Sensitive sections: what stands in their place where they are hidden. */
import type { Texts } from '../vi/index.ts';

export const sensitive: Texts['sensitive'] = {
  hidden: 'Hidden (not yours to see)',
  hiddenHint:
    'A sensitive section is shown to those who enter, approve or oversee the dossier, and to the person. Its signature can still be checked.',
};
