/**
 * A token driver is native code that will run on this PC. A page may propose one, a person decides,
 * in a dialogue no page can press. Drivers known by name need no question.
 */
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import { knownModules } from '../signing/known-modules.ts';

export async function confirmModule(window: BrowserWindow | null, file: string): Promise<boolean> {
  if (knownModules[process.platform]?.some(({ path }) => path === file)) return true;
  const options: MessageBoxOptions = {
    type: 'warning',
    message: 'Dùng tệp này làm trình điều khiển USB token?',
    detail: `${file}\n\nChỉ đồng ý nếu đây là tệp của nhà cung cấp token.`,
    buttons: ['Không', 'Đồng ý'],
    defaultId: 0,
    cancelId: 0,
  };
  const asked = window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
  return (await asked).response === 1;
}
