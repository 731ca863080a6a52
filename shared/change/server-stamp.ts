/** Steps that nobody may take but the centre itself, when it applies an approval. */
import type { PersonStamp, TransitionEntry } from './change.ts';

/** Who takes the steps that the signature did not mean. */
export const serverStamp: PersonStamp = { account: 'hoso', name: 'Hệ thống HoSo' };

/** `approved` bears the signer's name, and yet only the centre writes it. */
export const isServerStep = ({ state, by }: TransitionEntry): boolean =>
  state === 'approved' || by.account === serverStamp.account;
