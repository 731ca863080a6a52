import type { ProblemKind } from './problem.ts';

/** Reading a staff list. The findings inside a readable list are not problems but findings. */
export const importProblems = {
  IMPORT_NOT_A_WORKBOOK: {
    status: 422,
    retry: 'after-action',
    vi: 'Tệp không phải bảng tính Excel (.xlsx) hoặc đã hỏng.',
    en: 'Not an Excel workbook.',
  },
  IMPORT_NO_HEADER: {
    status: 422,
    retry: 'after-action',
    vi: 'Không tìm thấy dòng tiêu đề có “Họ và tên” trong tệp.',
    en: 'No header row found.',
  },
  IMPORT_EMPTY: {
    status: 422,
    retry: 'after-action',
    vi: 'Tệp không có dòng nhân sự nào.',
    en: 'The list holds nobody.',
  },
} as const satisfies Record<string, ProblemKind>;
