import type { ProblemKind } from './problem.ts';

/** The office PC: vault, unlocking, settings. */
export const deviceProblems = {
  VAULT_MISSING: {
    status: 404,
    retry: 'after-action',
    vi: 'Tài khoản này chưa từng đăng nhập trên máy này. Cần có mạng cho lần đăng nhập đầu tiên.',
    en: 'This account never signed in on this PC.',
  },
  VAULT_PASSWORD_WRONG: {
    status: 401,
    retry: 'after-action',
    vi: 'Mật khẩu không đúng.',
    en: 'Wrong password.',
  },
  VAULT_DAMAGED: {
    status: 500,
    retry: 'after-action',
    vi: 'Tệp khóa trên máy này bị hỏng nên không mở được dữ liệu ở đây. Báo người quản trị máy trước khi bắt đầu lại: nếu có bản sao của tệp thì dữ liệu còn mở được.',
    en: 'The key file on this PC is damaged, so the data here cannot be opened. Tell whoever looks after the PC before you begin anew: with a copy of the file the data can still be opened.',
  },
  VAULT_KEYRING_CLOSED: {
    status: 503,
    retry: 'after-action',
    vi: 'Hệ điều hành không mở được khóa của máy này (kho khóa chưa mở, hoặc đang dùng tài khoản Windows khác). Dữ liệu trên máy vẫn còn nguyên. Hãy đăng xuất khỏi hệ điều hành, đăng nhập lại đúng tài khoản rồi mở lại chương trình.',
    en: 'The operating system does not open the key of this PC (the keyring is locked, or another Windows account is in use). The data here are untouched. Sign out of the system, sign in with the right account and start the program again.',
  },
  VAULT_LEASE_ENDED: {
    status: 403,
    retry: 'after-action',
    vi: 'Máy này đã quá {days} ngày chưa liên hệ trung tâm; cần có mạng để đăng nhập. Những gì đã lưu vẫn còn trên máy này.',
    en: 'This PC has not reached the centre for more than {days} days; signing in needs the network.',
  },
  VAULT_CLOCK_BEHIND: {
    status: 403,
    retry: 'after-action',
    vi: 'Đồng hồ của máy chạy lùi so với lần liên hệ trung tâm gần nhất. Chỉnh lại ngày giờ, hoặc kết nối mạng rồi đăng nhập.',
    en: "The PC's clock stands before its last contact with the centre.",
  },
  DISK_FULL: {
    status: 507,
    retry: 'after-action',
    vi: 'Ổ đĩa gần đầy (còn {freeMegabytes} MB) nên chưa lưu. Những gì đang có trên màn hình vẫn còn: đừng đóng cửa sổ; hãy xóa bớt tệp trên máy này rồi bấm lưu lại.',
    en: 'The disk is nearly full ({freeMegabytes} MB left), so this was not saved. What is on the screen is still there: keep the window open, make room on this PC and save again.',
  },
  DISK_FULL_PAUSED: {
    status: 507,
    retry: 'later',
    vi: 'Ổ đĩa gần đầy (còn {freeMegabytes} MB) nên tạm dừng nhận dữ liệu từ trung tâm. Những gì đã lưu vẫn còn trên máy này; hãy xóa bớt tệp trên máy, việc nhận sẽ tự tiếp tục.',
    en: 'The disk is nearly full ({freeMegabytes} MB left): receiving from the centre is paused. What was saved is still on this PC; make room, and it goes on by itself.',
  },
  DISK_WRITE_FAILED: {
    status: 500,
    retry: 'after-action',
    vi: 'Không ghi được xuống ổ đĩa của máy này (mã lỗi {incident}) nên chưa lưu. Những gì đang có trên màn hình vẫn còn: đừng đóng cửa sổ; hãy thử lưu lại, nếu vẫn lỗi thì báo người quản trị máy.',
    en: 'The disk of this PC did not take the work (incident {incident}), so it was not saved. What is on the screen is still there: keep the window open and save again; if it fails again, tell whoever looks after the PC.',
  },
  VAULT_OLD_PASSWORD_NEEDED: {
    status: 409,
    retry: 'after-action',
    vi: 'Mật khẩu đã được đổi ở nơi khác. Dữ liệu trên máy này còn khóa bằng mật khẩu cũ; nhập mật khẩu cũ một lần để mang sang. Chưa có gì bị mất.',
    en: 'The password was changed elsewhere. The data on this PC are still sealed with the old one; enter it once to carry them over. Nothing is lost.',
  },
  VAULT_OLD_PASSWORD_WRONG: {
    status: 401,
    retry: 'after-action',
    vi: 'Mật khẩu cũ không đúng. Dữ liệu trên máy này vẫn còn nguyên; hãy thử lại.',
    en: 'The old password is wrong. The data on this PC are untouched; try again.',
  },
  DEVICE_REVOKED: {
    status: 403,
    retry: 'never',
    vi: 'Máy tính này đã bị thu hồi quyền. Khóa dữ liệu trên máy đã được hủy, nên không mở lại được dữ liệu ở đây; những gì đã gửi vẫn ở trung tâm. Liên hệ người quản trị nếu cần dùng lại máy.',
    en: 'This PC was revoked. Its data key was destroyed, so the data here cannot be opened again; what was sent is at the centre. Ask your administrator to use this PC again.',
  },
  DEVICES_TOO_MANY: {
    status: 409,
    retry: 'after-action',
    vi: 'Tài khoản đã có {most} máy đang dùng nên máy này chưa được ghi nhận (công việc qua mạng vẫn bình thường). Hãy thu hồi các máy không còn dùng rồi đăng nhập lại.',
    en: 'The account has {most} PCs already, so this one was not registered (work over a line goes on). Revoke the PCs that are not used any more, then sign in again.',
  },
  NOT_AGREED: {
    status: 403,
    retry: 'after-action',
    vi: 'Chưa được đồng ý trong hộp thoại xác nhận nên không có gì thay đổi.',
    en: 'Not agreed to in the dialogue; nothing was changed.',
  },
  SERVER_ADDRESS_INVALID: {
    status: 422,
    retry: 'after-action',
    vi: 'Địa chỉ máy chủ phải bắt đầu bằng https:// (hoặc http:// nếu là máy này).',
    en: 'Invalid server address.',
  },
} as const satisfies Record<string, ProblemKind>;
