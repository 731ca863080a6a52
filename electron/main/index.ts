// The desktop program's entry: one window on the built pages, nothing else allowed in or out.
import { app, BrowserWindow, session } from 'electron';
import path from 'node:path';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';

const pages = path.join(import.meta.dirname, '../renderer');
const preload = path.join(import.meta.dirname, '../preload/index.cjs');

// Tests and the demonstration keep their data apart from the person's own.
const userData = process.env.HOSO_USER_DATA;
if (userData) app.setPath('userData', userData);

// As root Chromium needs --no-sandbox, and the two together crash its children without end.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [open] = BrowserWindow.getAllWindows();
    open?.show();
    open?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(openMainWindow);
} else {
  app.exit(3);
}

async function openMainWindow(): Promise<void> {
  serveAppScheme(pages, process.env.HOSO_SERVER_URL);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    show: false,
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    if (!event.url.startsWith('app://bundle/')) event.preventDefault();
  });
  await window.loadURL('app://bundle/index.html');
}
