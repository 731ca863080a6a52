// RxDB's default conflict handler keeps the server's document and drops what the person wrote here, and its
// CouchDB replication stops all later pushes at one refused row. Both are forbidden: a conflict must reach a person.
//
// Every collection has to be given a conflict handler of ours, seen by its type: in what is handed to
// addCollections() or createRxCollection(), `conflictHandler` may not be missing, optional or undefined. The names
// are forbidden however they are reached: imported, exported on, loaded later, taken out of a namespace.

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
      if (property === undefined || (property.flags & 16_777_216) !== 0) return false;
      return !/\bundefined\b/.test(checker.typeToString(checker.getTypeOfSymbol(property)));
    };

    /** @param {import('typescript').Type} type the type of addCollections' argument */
    const settingsIn = (type) => {
      const named = checker.getPropertiesOfType(type).map((one) => checker.getTypeOfSymbol(one));
      const indexed = checker.getIndexInfosOfType(type).map((info) => info.type);
      return [...named, ...indexed];
    };

    /** @param {any} node what names a module, if it names one in words */
    const checkModule = (node) => {
      const from = node.source?.type === 'Literal' ? String(node.source.value) : '';
      if (forbiddenModule.test(from)) {
        context.report({ node, messageId: 'forbidden', data: { name: from } });
      }
    };

    return {
      ImportDeclaration: checkModule,
      ImportExpression: checkModule,
      ExportAllDeclaration: checkModule,
      ExportNamedDeclaration: checkModule,
      'ImportSpecifier, ExportSpecifier, MemberExpression, ObjectPattern > Property'(
        /** @type {any} */ node,
      ) {
        const name = wordOf(
          node.imported ?? node.local ?? node.property ?? node.key,
          node.computed,
        );
        if (name !== undefined && forbidden.has(name)) {
          context.report({ node, messageId: 'forbidden', data: { name } });
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

/**
 * The word that a node says, if it says one.
 * @param {any} name
 * @param {boolean | undefined} computed
 */
function wordOf(name, computed) {
  if (name.type === 'Literal') return String(name.value);
  return name.type === 'Identifier' && computed !== true ? name.name : undefined;
}

/** @param {any} call */
function calledName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    return callee.property.name;
  }
  return undefined;
}
