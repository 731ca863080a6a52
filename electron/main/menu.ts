/** The menu: Vietnamese, short. Reloading and developer tools only while developing. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(lock: () => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.isPackaged, lock)));
}

function menuTemplate(packaged: boolean, lock: () => void): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Tệp',
      submenu: [
        { label: 'Khóa', accelerator: 'CmdOrCtrl+L', click: lock },
        { type: 'separator' },
        { role: 'quit', label: 'Thoát', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: 'Sửa',
      submenu: [
        { role: 'undo', label: 'Hoàn tác' },
        { role: 'redo', label: 'Làm lại' },
        { type: 'separator' },
        { role: 'cut', label: 'Cắt' },
        { role: 'copy', label: 'Sao chép' },
        { role: 'paste', label: 'Dán' },
        { role: 'selectAll', label: 'Chọn tất cả' },
      ],
    },
    { label: 'Xem', submenu: [...zoomItems, ...(packaged ? [] : developmentItems)] },
  ];
}

const zoomItems: readonly MenuItemConstructorOptions[] = [
  { role: 'zoomIn', label: 'Phóng to' },
  { role: 'zoomOut', label: 'Thu nhỏ' },
  { role: 'resetZoom', label: 'Cỡ mặc định' },
  { type: 'separator' },
  { role: 'togglefullscreen', label: 'Toàn màn hình' },
];

const developmentItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload', label: 'Tải lại trang' },
  { role: 'toggleDevTools', label: 'Công cụ lập trình' },
];
