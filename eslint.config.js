// What the compiler cannot see: promises left alone, unsafe values, doors between the parts, size.
// Layering between folders is held by dependency-cruiser (.dependency-cruiser.mjs).
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import noDefaultConflictHandler from './build/lint-rules/no-default-conflict-handler.mjs';
import noRawIpc from './build/lint-rules/no-raw-ipc.mjs';

const tests = ['test/**', '**/*.test.ts', '**/*.test.tsx'];

/** Packages (by pattern) that may be imported only behind one door. */
const doors = [
  {
    packages: '^electron(/.*)?$',
    behind: ['electron/**', 'build/electron/default-app.mjs'],
    message: 'Electron is reached through the channels of shared/contract only.',
  },
  {
    packages: '^(rxdb(/.*)?|dexie)$',
    behind: ['renderer/data/local/**'],
    message: 'Features ask the port in renderer/data/port; RxDB is behind renderer/data/local.',
  },
  {
    packages: '^(node:)?sqlite$',
    behind: ['sync-server/store/embedded/**', 'sync-server/projection/**'],
    message: 'Only the embedded store and the projection open SQLite.',
  },
];

/** @param {typeof doors} closed */
const keepClosed = (closed) => ({
  'no-restricted-imports': [
    'error',
    { patterns: closed.map(({ packages, message }) => ({ regex: packages, message })) },
  ],
});

const switchedOffTests = {
  selector:
    'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|fails|fixme)$/]',
  message: 'No test is skipped or alone: mend it or delete it.',
};

export default defineConfig(
  { ignores: ['out/', 'release/', 'coverage/', 'test-results/', '.hoso/', 'test/fixtures/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      // One program for all: by the parts' own tsconfigs shared/ would be checked once for each part.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: {
      hoso: {
        rules: {
          'no-default-conflict-handler': noDefaultConflictHandler,
          'no-raw-ipc': noRawIpc,
        },
      },
    },
    rules: {
      'hoso/no-default-conflict-handler': 'error',
      'hoso/no-raw-ipc': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An async event handler of React is fine: its rejection reaches the error boundary's listener.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An interface may promise what one of its implementations has at once.
      '@typescript-eslint/require-await': 'off',
      // Our objects are closures: their methods know no `this` and may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // `'now' | string` names the special value.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // An ambient module beside its one importer, for packages without types.
      '@typescript-eslint/triple-slash-reference': [
        'error',
        { path: 'always', types: 'prefer-import' },
      ],
      // The compiler knows better (types, globals).
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      complexity: ['error', 20],
      ...keepClosed(doors),
    },
  },
  ...doors.map((door) => ({
    files: door.behind,
    rules: keepClosed(doors.filter((other) => other !== door)),
  })),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    rules: {
      // Keyboard first: a form that opens puts the cursor where the person types.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      // A component is markup for the greater part.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  // These print for a person.
  { files: ['build/**', 'sync-server/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', switchedOffTests],
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  // Plain JS: set-up before node_modules exist, and configuration. JSDoc types come with looser edges.
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.js', '.*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['*.js', '.*.mjs'],
    rules: { 'hoso/no-default-conflict-handler': 'off' },
  },
);
