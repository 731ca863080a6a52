// RxDB's default conflict handler keeps the server's document and drops what the person wrote here, and its
// CouchDB replication stops all later pushes at one refused row. Both are forbidden: a conflict must reach a person.
//
// Every collection has to be given a conflict handler of ours, seen by its type: in what is handed to
// addCollections() or createRxCollection(), `conflictHandler` may not be missing or optional.

const forbidden = new Set(['defaultConflictHandler', 'replicateCouchDB']);
const forbiddenModule = /^rxdb\/plugins\/replication-couchdb/;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'require our own conflict handler in every RxDB collection' },
    messages: {
      forbidden:
        '`{{name}}` loses what a person wrote. Use our own conflict handler and replication in renderer/data/local.',
      missing:
        'This collection is made without a `conflictHandler`, so RxDB would drop local edits. Pass ours.',
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    /** @type {import('typescript').TypeChecker} */
    const checker = services.program.getTypeChecker();

    /** @param {import('typescript').Type} type */
    const handlesConflicts = (type) => {
      const property = checker.getPropertyOfType(type, 'conflictHandler');
      // 16777216 is ts.SymbolFlags.Optional; typescript itself is not loaded for one number.
      return property !== undefined && (property.flags & 16_777_216) === 0;
    };

    /** @param {import('typescript').Type} type the type of addCollections' argument */
    const settingsIn = (type) => {
      const named = checker.getPropertiesOfType(type).map((one) => checker.getTypeOfSymbol(one));
      const indexed = checker.getIndexInfosOfType(type).map((info) => info.type);
      return [...named, ...indexed];
    };

    return {
      ImportDeclaration(node) {
        const from = String(node.source.value);
        if (forbiddenModule.test(from)) {
          context.report({ node, messageId: 'forbidden', data: { name: from } });
        }
      },
      'ImportSpecifier, MemberExpression[computed=false]'(/** @type {any} */ node) {
        const name = node.imported ?? node.property;
        if (name.type === 'Identifier' && forbidden.has(name.name)) {
          context.report({ node, messageId: 'forbidden', data: { name: name.name } });
        }
      },
      CallExpression(node) {
        const name = calledName(node);
        const [argument] = node.arguments;
        if (!argument || (name !== 'addCollections' && name !== 'createRxCollection')) return;
        const type = services.getTypeAtLocation(argument);
        const settings = name === 'addCollections' ? settingsIn(type) : [type];
        if (settings.length === 0 || !settings.every(handlesConflicts)) {
          context.report({ node: argument, messageId: 'missing' });
        }
      },
    };
  },
};

/** @param {any} call */
function calledName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    return callee.property.name;
  }
  return undefined;
}
