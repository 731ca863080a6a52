/**
 * Questions that a page may raise and only a person may answer, in a dialogue no page can press.
 * "No" is the default button, Esc, and the answer to a second question while one is open: a page
 * cannot wear a person out with a heap of them.
 */
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';

export interface PersonAsked {
  /** A token driver is native code that will run on this PC. */
  readonly useModule: (file: string) => Promise<boolean>;
  /** Whoever names the centre gets the passwords typed here. */
  readonly moveCentre: (from: string, to: string) => Promise<boolean>;
}

export function askPerson(window: () => BrowserWindow | null): PersonAsked {
  let asking = false;
  const agreed = async (message: string, detail: string): Promise<boolean> => {
    if (asking) return false;
    asking = true;
    try {
      const over = window();
      const options = { ...shape, message, detail };
      const asked = over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options);
      return (await asked).response === 1;
    } finally {
      asking = false;
    }
  };
  return {
    useModule: (file) =>
      agreed(
        'Dùng tệp này làm trình điều khiển USB token?',
        `${file}\n\nChỉ đồng ý nếu đây là tệp của nhà cung cấp token.`,
      ),
    moveCentre: (from, to) =>
      agreed(
        'Đổi địa chỉ máy chủ trung tâm?',
        `Đang dùng: ${from}\nĐổi thành: ${to}\n\nMật khẩu sẽ được gửi đến địa chỉ mới. ` +
          'Chỉ đồng ý nếu cơ quan quản lý báo đổi; phiên làm việc hiện tại sẽ kết thúc.',
      ),
  };
}

const shape = {
  type: 'warning',
  buttons: ['Không', 'Đồng ý'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
} as const satisfies Partial<MessageBoxOptions>;
