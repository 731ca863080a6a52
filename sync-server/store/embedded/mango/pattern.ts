/**
 * Regular expressions from clients. A pattern such as `(a+)+$` must not hold the store's only
 * worker for ever, so V8 is told to go over to its linear engine when a match backtracks too much;
 * what that engine cannot do (look-around, back-references) is refused.
 */
import { setFlagsFromString } from 'node:v8';

const BEYOND_LINEAR = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</u;
const MAX_LENGTH = 1000;

/** Once, before the first pattern is compiled; the flag holds for the whole process. */
export function boundBacktracking(): void {
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  setFlagsFromString('--regexp-backtracks-before-fallback=50000');
}

export function isAllowedPattern(source: string): boolean {
  if (source.length > MAX_LENGTH || BEYOND_LINEAR.test(source)) return false;
  try {
    return new RegExp(source).source.length > 0;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
