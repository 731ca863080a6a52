/** English, the second language. */
import { vi, type Texts } from '../vi/index.ts';

export const en: Texts = vi;
