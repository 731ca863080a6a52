/** Sensitive sections: what stands in their place where they are hidden. */
export const sensitive = {
  hidden: 'Đã ẩn (không có quyền xem)',
  hiddenHint:
    'Mục nhạy cảm chỉ hiện với người lập, phê duyệt, giám sát hồ sơ và chính người đó. Chữ ký số vẫn kiểm tra được.',
} as const;
