// A page may ask the main process only through the typed, checked channels: electron/ipc checks the sender and
// parses what came, electron/preload offers them to the page. Nobody else touches Electron's raw IPC.

const raw = new Set(['ipcMain', 'ipcRenderer']);
const allowed = /[\\/]electron[\\/](?:ipc|preload)[\\/]/;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'keep raw Electron IPC inside electron/ipc and electron/preload' },
    messages: {
      raw: '`{{name}}` belongs to electron/ipc and electron/preload: add a channel to shared/contract instead.',
    },
    schema: [],
  },
  create(context) {
    if (allowed.test(context.filename)) return {};
    return {
      'ImportSpecifier, MemberExpression[computed=false], Property[parent.type="ObjectPattern"]'(
        /** @type {any} */ node,
      ) {
        const name = node.imported ?? node.property ?? node.key;
        if (name.type === 'Identifier' && raw.has(name.name)) {
          context.report({ node, messageId: 'raw', data: { name: name.name } });
        }
      },
    };
  },
};
