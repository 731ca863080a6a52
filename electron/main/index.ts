/** The desktop program's entry: what must be decided before Electron is ready, then the program. */
import { app, dialog } from 'electron';
import path from 'node:path';
import { allowFaultPoints } from '../fault-points.ts';
import { registerAppScheme } from './app-scheme.ts';
import { userDataFolder } from './environment.ts';
import { faultLog, type FaultLog } from './fault-log.ts';
import { denyPermissions, lockDownContents } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { startProgram, type Program } from './program.ts';

/** The exit code of a second instance; the first one is brought to the front. */
const secondInstanceCode = 3;
/** What may still be written at the end. */
const closeMs = 3_000;

allowFaultPoints(() => process.env.HOSO_FAULT_AT, app.isPackaged);

const userData = userDataFolder(process.env, app.isPackaged);
if (userData !== undefined) app.setPath('userData', path.resolve(userData));

// As root Chromium needs --no-sandbox, and the two together crash its children without end.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// The window speaks Vietnamese also where Chromium itself has a word (dates, checks of fields).
app.commandLine.appendSwitch('lang', 'vi');
// Answers of the centre must not lie in a cache on this disk, outside of what is sealed.
app.commandLine.appendSwitch('disable-http-cache');
registerAppScheme();
lockDownContents();

if (app.requestSingleInstanceLock()) run();
else app.exit(secondInstanceCode);

function run(): void {
  const log = faultLog(path.join(app.getPath('userData'), 'logs'), () => new Date());
  stopOnFault(log);
  app.on('window-all-closed', () => {
    app.quit();
  });
  const started = app.whenReady().then(() => {
    denyPermissions();
    setMenu(() => {
      void started.then((program) => {
        program.lock();
      });
    });
    return startProgram(log);
  });
  app.on('second-instance', () => {
    void started.then((program) => {
      program.focus();
    });
  });
  closeBeforeQuit(started, log);
}

function closeBeforeQuit(started: Promise<Program>, log: FaultLog): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const closed = started
      .then((program) => program.close())
      .catch((error: unknown) => log.fault('closing', error));
    const late = new Promise((resolve) => setTimeout(resolve, closeMs));
    void Promise.race([closed, late]).then(() => {
      app.exit(0);
    });
  });
}

/** A fault nobody caught: told, logged, and the end; going on would risk the work on the disk. */
function stopOnFault(log: FaultLog): void {
  const stop = (fault: unknown): void => {
    const incident = log.fault('uncaught', fault);
    dialog.showErrorBox(
      'HoSo gặp lỗi ngoài dự kiến',
      `Những gì đã lưu vẫn còn trên máy này. Hãy mở lại chương trình (mã lỗi ${incident}).`,
    );
    app.exit(1);
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
}
