// Who may import whom (docs/architecture.md). Each rule says why, and how to mend what it finds.

const source = '^(shared|renderer|electron|sync-server|build|test)/';
const inTest = '(^test/|\\.test\\.tsx?$)';

/** The npm packages that the pure domain may stand on: no I/O, no DOM, no node. */
const pure = ['zod', 'canonicalize', '@noble/hashes', '@casl/ability', 'ulid', 'jose'];

/**
 * @param {string} part
 * @param {readonly string[]} others
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const apart = (part, others) => ({
  name: `${part}-stands-alone`,
  comment:
    `${part} imports shared, never ${others.join(' or ')}: they run in different processes. ` +
    'Move what both need (a type, a rule) to shared/, or ask over the contract (IPC, HTTP).',
  severity: 'error',
  from: { path: `^${part}/`, pathNot: inTest },
  to: { path: `^(${others.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    apart('renderer', ['electron', 'sync-server']),
    apart('electron', ['renderer', 'sync-server']),
    apart('sync-server', ['renderer', 'electron']),
    {
      name: 'shared-is-pure-of-parts',
      comment:
        'shared/ holds the domain and imports nothing outside itself. Turn the dependency round: ' +
        'let the outer part pass in what the rule needs (a value, a function).',
      severity: 'error',
      from: { path: '^shared/', pathNot: inTest },
      to: { path: '^(renderer|electron|sync-server|build|test)/' },
    },
    {
      name: 'shared-is-pure-of-node',
      comment:
        'shared/ also runs in the browser and compiles without node types. ' +
        'Pass in time, randomness and I/O as arguments.',
      severity: 'error',
      from: { path: '^shared/', pathNot: inTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-uses-listed-packages',
      comment:
        `shared/ may use these npm packages only: ${pure.join(', ')}. ` +
        'Do without, or show in review that the package is pure and add it to the list.',
      severity: 'error',
      from: { path: '^shared/', pathNot: inTest },
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
        ],
        pathNot: `(^|/)node_modules/(${pure.join('|')})/`,
      },
    },
    {
      name: 'preload-sees-the-contract',
      comment:
        'A preload stands in the page’s process and offers the contract, nothing more. ' +
        'Put the type into shared/contract; put the work into electron/ipc or electron/main.',
      severity: 'error',
      from: { path: '^electron/preload/', pathNot: inTest },
      to: { path: source, pathNot: '^(electron/preload|shared/contract)/' },
    },
    {
      name: 'main-does-not-import-preload',
      comment: 'A preload is built as a file of its own. Refer to the built file by its path.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/preload/' },
      to: { path: '^electron/preload/' },
    },
    {
      name: 'feature-by-its-index',
      comment:
        'A feature is entered by renderer/features/<name>/index.ts(x) only. ' +
        'Export there what others may use, or move it to renderer/ui.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'feature-to-feature-by-its-index',
      comment:
        'One feature enters another by renderer/features/<name>/index.ts(x) only. ' +
        'Export there what others may use, or move it to renderer/ui.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: inTest },
      to: {
        path: '^renderer/features/[^/]+/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'features-use-the-data-port',
      comment:
        'A feature does not know whether its data are local or remote. Import renderer/data/port; ' +
        'which adapter stands behind it is chosen in renderer/app.',
      severity: 'error',
      from: { path: '^renderer/(features|ui)/', pathNot: inTest },
      to: { path: '^renderer/data/(local|remote)/' },
    },
    {
      name: 'no-circles',
      comment:
        'Two modules that import each other cannot be understood or tested apart. ' +
        'Move what both need into a third one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'test/ is not shipped. Move what the product needs into the part that owns it.',
      severity: 'error',
      from: { path: '^(shared|renderer|electron|sync-server|build)/', pathNot: inTest },
      to: { path: '^test/' },
    },
    {
      name: 'product-does-not-import-build',
      comment: 'build/ is not shipped. Move what the product needs into the part that owns it.',
      severity: 'error',
      from: { path: '^(shared|renderer|electron|sync-server)/', pathNot: inTest },
      to: { path: '^build/' },
    },
    {
      name: 'build-does-not-import-the-product',
      comment:
        'Tools run the product as a program. Only build/demo-pki may use electron/signing, ' +
        'to put certificates on the demonstration’s token.',
      severity: 'error',
      from: { path: '^build/', pathNot: ['^build/demo-pki/', inTest] },
      to: { path: '^(renderer|electron|sync-server)/' },
    },
    {
      name: 'demo-pki-uses-signing-only',
      comment: 'build/demo-pki may use electron/signing and shared, nothing else of the product.',
      severity: 'error',
      from: { path: '^build/demo-pki/', pathNot: inTest },
      to: { path: '^(renderer|electron|sync-server)/', pathNot: '^electron/signing/' },
    },
    {
      name: 'what-is-imported-exists',
      comment: 'The module cannot be found. Mind the spelling, and the .ts ending of the import.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|.*\\?.*)$' },
    },
    {
      name: 'packages-are-declared',
      comment: 'The package is not in package.json: it is there by chance. Add it there.',
      severity: 'error',
      from: { path: source },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shipped-code-uses-dependencies',
      comment:
        'devDependencies are not there in production. Move the package to "dependencies" in package.json.',
      severity: 'error',
      from: { path: '^(shared|renderer|electron|sync-server)/', pathNot: inTest },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/electron/',
      },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|out|release)/' },
    exclude: { path: '^(out|release)/' },
    // Type-only imports count too: a layer that needs another's types depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
