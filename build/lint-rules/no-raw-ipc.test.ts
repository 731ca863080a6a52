import rule from './no-raw-ipc.mjs';
import { ruleTester } from './rule-tester.ts';

const inMain = '/checkout/electron/main/window.ts';
const rawOnce = [{ messageId: 'raw' }];

ruleTester.run('raw Electron IPC stays in electron/ipc and electron/preload', rule, {
  valid: [
    { code: `import { ipcMain } from 'electron';`, filename: '/checkout/electron/ipc/register.ts' },
    {
      code: `import { ipcRenderer } from 'electron';`,
      filename: '/checkout/electron/preload/index.ts',
    },
    { code: `import { app, BrowserWindow } from 'electron';`, filename: inMain },
  ],
  invalid: [
    { code: `import { ipcMain } from 'electron';`, filename: inMain, errors: rawOnce },
    {
      code: `import { ipcRenderer as bus } from 'electron';`,
      filename: '/checkout/renderer/app/main.tsx',
      errors: rawOnce,
    },
    {
      code: `import * as electron from 'electron'; electron.ipcMain.handle('x', () => 1);`,
      filename: inMain,
      errors: rawOnce,
    },
    {
      code: `import electron from 'electron'; const { ipcMain } = electron;`,
      filename: inMain,
      errors: rawOnce,
    },
  ],
});
