// Each rule of .dependency-cruiser.mjs finds what it is there for, in a small tree made to break it.
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import config from '../.dependency-cruiser.mjs';
import { inRoot } from './setup/paths.mjs';

const tree = mkdtempSync(path.join(tmpdir(), 'hoso-boundaries-'));

/** Writes a file that imports each of `imports`; what they name is written as an empty module. */
function put(file: string, ...imports: readonly string[]): void {
  const target = path.join(tree, file);
  mkdirSync(path.dirname(target), { recursive: true });
  const lines = imports.map((from) => `import '${from}';`);
  writeFileSync(target, [...lines, 'export {};', ''].join('\n'), { flag: 'w' });
}

const breaches = [
  ['renderer-stands-alone', 'renderer/app/a.ts', '../../electron/vault/empty.ts'],
  ['electron-stands-alone', 'electron/main/a.ts', '../../sync-server/http/empty.ts'],
  ['sync-server-stands-alone', 'sync-server/jobs/a.ts', '../../renderer/ui/empty.ts'],
  ['shared-is-pure-of-parts', 'shared/pay/a.ts', '../../sync-server/http/empty.ts'],
  ['shared-is-pure-of-node', 'shared/pay/b.ts', 'node:fs'],
  ['shared-uses-listed-packages', 'shared/pay/c.ts', 'fastify'],
  ['preload-sees-the-contract', 'electron/preload/a.ts', '../../shared/dossier/empty.ts'],
  ['main-does-not-import-preload', 'electron/main/b.ts', '../preload/empty.ts'],
  ['feature-by-its-index', 'renderer/app/b.ts', '../features/search/empty.ts'],
  ['feature-to-feature-by-its-index', 'renderer/features/list/a.ts', '../search/empty.ts'],
  ['features-use-the-data-port', 'renderer/features/list/b.ts', '../../data/local/empty.ts'],
  ['no-circles', 'shared/unit/a.ts', './b.ts'],
  ['product-does-not-import-tests', 'sync-server/jobs/b.ts', '../../test/helpers/empty.ts'],
  ['product-does-not-import-build', 'sync-server/jobs/c.ts', '../../build/empty.ts'],
  ['build-does-not-import-the-product', 'build/a.ts', '../sync-server/http/empty.ts'],
  ['demo-pki-uses-signing-only', 'build/demo-pki/a.ts', '../../electron/vault/empty.ts'],
  ['what-is-imported-exists', 'shared/unit/c.ts', './nowhere.ts'],
  ['packages-are-declared', 'sync-server/jobs/d.ts', 'estree-walker'],
  ['shipped-code-uses-dependencies', 'sync-server/jobs/e.ts', 'fast-check'],
] as const;

const allowed = [
  ['shared/pay/ok.ts', 'zod'],
  ['renderer/app/ok.ts', '../features/search/index.ts'],
  ['electron/preload/ok.ts', '../../shared/contract/empty.ts'],
  ['build/demo-pki/ok.ts', '../../electron/signing/empty.ts'],
  ['test/integration/ok.ts', '../../sync-server/http/empty.ts'],
] as const;

const found = await findBreaches();
afterAll(() => {
  rmSync(tree, { recursive: true });
});

test.each(breaches)('%s: %s may not import %s', (rule, file) => {
  expect(found).toContainEqual([rule, file]);
});

test.each(allowed)('%s may import %s', (file) => {
  expect(found.filter(([, from]) => from === file)).toEqual([]);
});

test('every rule is tried here', () => {
  const rules = config.forbidden?.map(({ name }) => name);
  expect(breaches.map(([rule]) => rule)).toEqual(rules);
});

async function findBreaches(): Promise<readonly (readonly [rule: string, file: string])[]> {
  symlinkSync(inRoot('node_modules'), path.join(tree, 'node_modules'));
  writeFileSync(
    path.join(tree, 'package.json'),
    JSON.stringify({
      dependencies: { zod: '*', fastify: '*' },
      devDependencies: { 'fast-check': '*' },
    }),
  );
  for (const [, file, target] of breaches) put(file, target);
  for (const [file, target] of allowed) put(file, target);
  for (const [, file, target] of [...breaches, ...allowed.map((one) => ['', ...one] as const)]) {
    if (/\/(empty|index)\.ts$/.test(target)) put(path.join(path.dirname(file), target));
  }
  put('shared/unit/b.ts', './a.ts');
  const { options, ...ruleSet } = config;
  const parts = ['shared', 'renderer', 'electron', 'sync-server', 'build', 'test'];
  const result = await cruise(parts, {
    ...(options as ICruiseOptions),
    baseDir: tree,
    tsConfig: {},
    ruleSet: ruleSet,
    validate: true,
  });
  return (result.output as ICruiseResult).summary.violations.map(
    (violation) => [violation.rule.name, violation.from] as const,
  );
}
