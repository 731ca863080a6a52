import type { ProblemKind } from './problem.ts';

/** Edits of the code lists. Whatever is refused, the list stays as it was. */
export const catalogueProblems = {
  CATALOGUE_CODE_TAKEN: {
    status: 409,
    retry: 'after-action',
    vi: 'Danh mục đã có mã “{code}” nên không thêm được mã này; danh mục vẫn như cũ. Hãy chọn mã khác, hoặc sửa dòng đang có.',
    en: 'The list already has the code “{code}”; nothing was changed. Choose another code, or amend the row that is there.',
  },
  CATALOGUE_CODE_UNKNOWN: {
    status: 404,
    retry: 'never',
    vi: 'Danh mục không có mã “{code}”; chưa có gì thay đổi. Hãy mở lại danh mục rồi chọn dòng cần sửa.',
    en: 'The list has no code “{code}”; nothing was changed. Open the list again and choose the row.',
  },
  CATALOGUE_WORD_TAKEN: {
    status: 409,
    retry: 'after-action',
    vi: 'Cách viết “{text}” đang chỉ mã “{code}”. Một cách viết không được chỉ hai mã trong cùng thời gian; danh mục vẫn như cũ. Hãy viết khác đi, hoặc kết thúc hiệu lực của dòng kia trước.',
    en: 'The words “{text}” stand for the code “{code}”. Words cannot stand for two codes at one time; nothing was changed. Write it differently, or end the other row first.',
  },
  CATALOGUE_DATES_REVERSED: {
    status: 422,
    retry: 'after-action',
    vi: 'Ngày hết hiệu lực của mã “{code}” trước ngày bắt đầu; danh mục vẫn như cũ. Hãy sửa lại ngày.',
    en: 'The row “{code}” would end before it begins; nothing was changed. Correct the dates.',
  },
  CATALOGUE_SUCCESSOR_WRONG: {
    status: 422,
    retry: 'after-action',
    vi: 'Mã thay thế “{code}” không dùng được; danh mục vẫn như cũ. Mã thay thế phải có trong danh mục, còn hiệu lực lâu hơn dòng bị thay, và dòng bị thay phải có ngày hết hiệu lực.',
    en: 'The successor “{code}” does not do; nothing was changed. It must be in the list and last longer than the row it replaces, which must have its last day.',
  },
  CATALOGUE_TRAIT_MISSING: {
    status: 422,
    retry: 'after-action',
    vi: 'Danh mục này cần biết thêm loại của dòng “{code}” (ví dụ nhóm lương của ngạch); chưa có gì thay đổi. Hãy chọn một giá trị có trong danh sách.',
    en: 'This list needs the kind of the row “{code}” (the pay group of a rank, for one); nothing was changed. Choose one of the values.',
  },
  CATALOGUE_NOTHING_CHANGED: {
    status: 422,
    retry: 'after-action',
    vi: 'Dòng “{code}” không có gì khác trước nên không ghi. Hãy sửa điều cần sửa rồi lưu lại.',
    en: 'Nothing of the row “{code}” differs, so nothing was kept. Make the change and save again.',
  },
  CATALOGUE_FULL: {
    status: 409,
    retry: 'never',
    vi: 'Danh mục này đã được sửa {most} lần, là mức nhiều nhất; danh mục vẫn như cũ. Hãy báo quản trị hệ thống để cập nhật phần mềm.',
    en: 'This list has been edited {most} times, the most there may be; nothing was changed. Ask the system administrator for an update.',
  },
  CATALOGUE_EDITED_MEANWHILE: {
    status: 409,
    retry: 'after-action',
    vi: 'Người khác vừa sửa danh mục này; sửa đổi của bạn chưa được ghi và những gì đã nhập vẫn còn trên màn hình. Hãy xem lại danh mục rồi lưu lần nữa.',
    en: 'Somebody has just edited this list; your edit was not kept and what you typed is still here. Look at the list again, then save once more.',
  },
} as const satisfies Record<string, ProblemKind>;
