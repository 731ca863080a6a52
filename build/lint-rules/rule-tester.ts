// ESLint's rule tester, speaking vitest and reading TypeScript.
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it, vi } from 'vitest';

// The first typed test reads the whole program of types.
vi.setConfig({ testTimeout: 60_000 });
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it;

const { parser } = tseslint;

export const ruleTester = new RuleTester({ languageOptions: { parser } });

/** For rules that ask for types; its files are called `file.ts`. */
export const typedRuleTester = new RuleTester({
  languageOptions: {
    parser,
    parserOptions: {
      projectService: { allowDefaultProject: ['*.ts'] },
      tsconfigRootDir: import.meta.dirname,
    },
  },
});
