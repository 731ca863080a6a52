import rule from './no-default-conflict-handler.mjs';
import { typedRuleTester } from './rule-tester.ts';

const ours = `
  interface Settings { schema: object; conflictHandler?: object }
  declare const db: { addCollections(all: Record<string, Settings>): Promise<void> };
  declare const ourHandler: object;
  declare const schema: object;
`;

typedRuleTester.run('every RxDB collection has our conflict handler', rule, {
  valid: [
    `${ours} void db.addCollections({ change: { schema, conflictHandler: ourHandler } });`,
    `${ours} const all = Object.fromEntries(['a'].map((type) => [type, { schema, conflictHandler: ourHandler }]));
     void db.addCollections(all);`,
    `${ours} declare function createRxCollection(settings: Settings): void;
     createRxCollection({ schema, conflictHandler: ourHandler });`,
    `import { replicateRxCollection } from 'rxdb/plugins/replication';`,
  ].map((code, index) => ({ code, filename: 'file.ts', name: `a handler of ours (${index + 1})` })),
  invalid: [
    {
      code: `${ours} void db.addCollections({ change: { schema } });`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'one of two collections without it',
      code: `${ours} void db.addCollections({ a: { schema, conflictHandler: ourHandler }, b: { schema } });`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a type that leaves it optional',
      code: `${ours} declare const all: Record<string, Settings>; void db.addCollections(all);`,
      errors: [{ messageId: 'missing' }],
    },
    {
      code: `import { defaultConflictHandler } from 'rxdb';`,
      errors: [{ messageId: 'forbidden' }],
    },
    {
      code: `import * as rxdb from 'rxdb'; export const handler = rxdb.defaultConflictHandler;`,
      errors: [{ messageId: 'forbidden' }],
    },
    {
      name: 'a handler that is there and says nothing',
      code: `${ours} void db.addCollections({ change: { schema, conflictHandler: undefined } });`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'out of the namespace by a text',
      code: `import * as rxdb from 'rxdb'; export const handler = rxdb['defaultConflictHandler'];`,
      errors: [{ messageId: 'forbidden' }],
    },
    {
      name: 'under another name',
      code: `import { 'defaultConflictHandler' as ours } from 'rxdb'; export const handler = ours;`,
      errors: [{ messageId: 'forbidden' }],
    },
    {
      name: 'handed on to another file',
      code: `export { defaultConflictHandler } from 'rxdb';`,
      errors: [{ messageId: 'forbidden' }],
    },
    {
      name: 'loaded later',
      code: `export const handler = async () => {
        const { defaultConflictHandler: later } = await import('rxdb');
        return [later, await import('rxdb/plugins/replication-couchdb')];
      };`,
      errors: [{ messageId: 'forbidden' }, { messageId: 'forbidden' }],
    },
    {
      code: `import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';`,
      errors: [{ messageId: 'forbidden' }, { messageId: 'forbidden' }],
    },
  ].map((test) => ({ filename: 'file.ts', ...test })),
});
