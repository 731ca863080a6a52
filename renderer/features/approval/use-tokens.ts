/** Reads the tokens that are plugged in, and reads them again when asked. */
import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/errors/index.ts';
import type { TokenReading, TokenSigning } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

export type TokensState =
  | { readonly at: 'reading' }
  | { readonly at: 'problem'; readonly problem: Problem }
  | { readonly at: 'read'; readonly reading: TokenReading };

async function readTokens(signing: TokenSigning): Promise<TokensState> {
  try {
    const result = await signing.tokens();
    return result.ok
      ? { at: 'read', reading: result.value }
      : { at: 'problem', problem: result.problem };
  } catch (thrown) {
    return { at: 'problem', problem: problemOf(thrown) };
  }
}

export function useTokens(signing: TokenSigning) {
  const [state, setState] = useState<TokensState>({ at: 'reading' });
  // Counts the readings asked for; an answer that comes after the next question is dropped.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    void readTokens(signing).then((found) => {
      if (wanted) setState(found);
    });
    return () => {
      wanted = false;
    };
  }, [signing, asked]);
  const read = () => {
    setState({ at: 'reading' });
    setAsked((count) => count + 1);
  };
  return { state, read };
}
