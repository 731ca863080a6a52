/** The one window of the program: its size is remembered, and a crashed page can be loaded anew. */
import { BrowserWindow, dialog, type BrowserWindowConstructorOptions } from 'electron';
import { mainPage } from './app-scheme.ts';
import type { FaultLog } from './fault-log.ts';
import { pagePreferences } from './lock-down.ts';
import type { Settings } from '../settings/settings.ts';

export const programTitle = 'HoSo – Hồ sơ cán bộ, công chức, viên chức';
const usualSize = { width: 1366, height: 768, maximized: false };

export interface MainWindowParts {
  readonly preload: string;
  readonly size: Settings['window'];
  readonly keepSize: (size: NonNullable<Settings['window']>) => void;
  readonly log: FaultLog;
  /** The page keeps what stands in its forms. */
  readonly beforeClose: () => Promise<void>;
  /** Opens the channels before the page is loaded. */
  readonly serve: (window: BrowserWindow) => void;
}

export function openMainWindow({
  preload,
  size,
  keepSize,
  log,
  beforeClose,
  serve,
}: MainWindowParts): BrowserWindow {
  const { width, height, maximized } = size ?? usualSize;
  const window = new BrowserWindow({
    width,
    height,
    ...shape,
    webPreferences: pagePreferences(preload),
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page's own title is for screen readers; the frame says which program this is.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    keepSize({ width: bounds.width, height: bounds.height, maximized: window.isMaximized() });
  });
  offerReload(window, log);
  letPageKeep(window, beforeClose, log);
  serve(window);
  void window.loadURL(mainPage).catch((error: unknown) => log.fault('loading the page', error));
  return window;
}

const shape: BrowserWindowConstructorOptions = {
  minWidth: 900,
  minHeight: 600,
  show: false,
  title: programTitle,
  autoHideMenuBar: true,
  backgroundColor: '#ffffff',
};

function offerReload(window: BrowserWindow, log: FaultLog): void {
  const ask = async (message: string, detail: string): Promise<void> => {
    const buttons = ['Tải lại', 'Đóng chương trình'];
    const options = {
      type: 'warning',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
    } as const;
    const { response } = await dialog.showMessageBox(window, options);
    if (window.isDestroyed()) return;
    if (response === 0) window.webContents.reload();
    else window.close();
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.event(`page gone: ${reason} ${exitCode}`);
    void ask(
      'Cửa sổ làm việc gặp lỗi và đã dừng.',
      'Những gì đã lưu vẫn còn trên máy này. Bấm Tải lại để tiếp tục.',
    ).catch((error: unknown) => log.fault('offering to reload', error));
  });
}

/** Windows that may go whatever their page says: it has kept what stood in it. */
const leaving = new WeakSet<BrowserWindow>();

/** Loads the page anew; what was typed into it was kept, or is given up. */
export function reloadPage(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  leaving.add(window);
  window.webContents.once('did-navigate', () => leaving.delete(window));
  window.webContents.reload();
}

/** The window goes once the page has kept what stands in its forms; only then, and always then. */
function letPageKeep(window: BrowserWindow, beforeClose: () => Promise<void>, log: FaultLog): void {
  let kept = false;
  window.on('close', (event) => {
    if (kept) return;
    event.preventDefault();
    if (leaving.has(window)) return;
    leaving.add(window);
    void beforeClose()
      .catch((error: unknown) => log.fault('keeping forms', error))
      .then(() => {
        kept = true;
        // Closing the last window ends the program.
        if (!window.isDestroyed()) window.close();
      });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (leaving.has(window)) event.preventDefault();
  });
}
