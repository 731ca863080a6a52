/** The window in which the PIN is typed: modal, small, with a preload and channels of its own. */
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { ReportFault } from '../ipc/dispatch.ts';
import { servePinWindow } from '../ipc/pin.ts';
import { pinPage } from '../main/app-scheme.ts';
import { pagePreferences } from '../main/lock-down.ts';
import type { PinHandlers, PinWindow } from './signing-dialogue.ts';

const shape: BrowserWindowConstructorOptions = {
  width: 440,
  height: 500,
  useContentSize: true,
  modal: true,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  show: false,
  title: 'Nhập mã PIN để ký số',
  backgroundColor: '#ffffff',
};

export interface PinWindowParts {
  readonly parent: () => BrowserWindow | null;
  readonly preload: string;
  readonly report: ReportFault;
}

export function openPinWindow(
  { parent, preload, report }: PinWindowParts,
  handlers: PinHandlers,
): PinWindow {
  const over = parent();
  const window = new BrowserWindow({
    ...shape,
    ...(over && { parent: over }),
    webPreferences: pagePreferences(preload),
  });
  window.removeMenu();
  const close = (): void => {
    // Not `close`: no page may hold this window back.
    if (!window.isDestroyed()) window.destroy();
  };
  servePinWindow(window.webContents, { page: pinPage, handlers, report });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('render-process-gone', close);
  void window.loadURL(pinPage).catch((error: unknown) => {
    report('loading the PIN page', error);
    close();
  });
  return { close, closed: new Promise((resolve) => window.once('closed', resolve)) };
}
