/** The disk of this PC. */
export const keeping = {
  low: 'Ổ đĩa của máy này sắp đầy (còn {{megabytes}} MB). Công việc vẫn được lưu; hãy xóa bớt tệp trên máy trước khi đầy hẳn.',
  full: 'Ổ đĩa của máy này gần đầy (còn {{megabytes}} MB): tạm thời không lưu thêm được và tạm dừng nhận dữ liệu. Những gì đã lưu vẫn còn, phần đang nhập vẫn ở trên màn hình. Hãy xóa bớt tệp trên máy rồi lưu lại.',
  rebuilding:
    'Đang dựng lại dữ liệu từ máy chủ (cần có mạng). Công việc chưa gửi vẫn còn trên máy này.',
  unreadable:
    '{{count}} thao tác chưa gửi trên máy này không đọc được. Chúng được giữ nguyên trên đĩa; đừng cài lại máy, hãy báo người quản trị.',
} as const;
