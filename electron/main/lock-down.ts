/**
 * What no page may do, ours included: permissions, new windows, going elsewhere, web views.
 * Applied to every web contents the program ever makes.
 */
import { app, session, type WebContents, type WebPreferences } from 'electron';

/** The preferences of every window; each adds its own preload. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    // The dictionaries would come from a foreign server.
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    denyLeaving(contents);
  });
}

/** After the app is ready. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
}

function denyLeaving(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    // The page may load itself anew; moves within the page are not navigations.
    if (!isSamePage(event.url, contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

const isSamePage = (target: string, current: string): boolean =>
  current.startsWith('app://bundle/') && withoutFragment(target) === withoutFragment(current);

const withoutFragment = (url: string): string => url.split('#')[0] ?? '';
