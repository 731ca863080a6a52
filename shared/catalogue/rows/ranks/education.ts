/**
 * Professional titles (chức danh nghề nghiệp) in education. Codes marked "mã cũ" are those of the joint
 * circulars of 2015, kept by teachers who have not the training for the new ones.
 */
import { ranks } from './ranks.ts';

export const preschoolTeacherRanks = ranks(
  'Thông tư 01/2021/TT-BGDĐT, Điều 8',
  [
    ['V.07.02.24', 'Giáo viên mầm non hạng I', 'A2.2'],
    ['V.07.02.25', 'Giáo viên mầm non hạng II', 'A1'],
    ['V.07.02.26', 'Giáo viên mầm non hạng III', 'A0'],
  ],
  '2021-03-20',
);

export const primaryTeacherRanks = ranks(
  'Thông tư 02/2021/TT-BGDĐT, Điều 8',
  [
    ['V.07.03.27', 'Giáo viên tiểu học hạng I', 'A2.1'],
    ['V.07.03.28', 'Giáo viên tiểu học hạng II', 'A2.2'],
    ['V.07.03.29', 'Giáo viên tiểu học hạng III', 'A1'],
  ],
  '2021-03-20',
);

export const lowerSecondaryTeacherRanks = ranks(
  'Thông tư 03/2021/TT-BGDĐT, Điều 8',
  [
    ['V.07.04.30', 'Giáo viên trung học cơ sở hạng I', 'A2.1'],
    ['V.07.04.31', 'Giáo viên trung học cơ sở hạng II', 'A2.2'],
    ['V.07.04.32', 'Giáo viên trung học cơ sở hạng III', 'A1'],
  ],
  '2021-03-20',
);

export const upperSecondaryTeacherRanks = ranks(
  'Thông tư 04/2021/TT-BGDĐT, Điều 8',
  [
    ['V.07.05.13', 'Giáo viên trung học phổ thông hạng I', 'A2.1'],
    ['V.07.05.14', 'Giáo viên trung học phổ thông hạng II', 'A2.2'],
    ['V.07.05.15', 'Giáo viên trung học phổ thông hạng III', 'A1'],
  ],
  '2021-03-20',
);

/** Thông tư liên tịch 20, 21, 22/2015/TTLT-BGDĐT-BNV. */
export const formerTeacherRanks = ranks(
  'Thông tư liên tịch 20, 21, 22/2015/TTLT-BGDĐT-BNV, điều về cách xếp lương',
  [
    ['V.07.02.04', 'Giáo viên mầm non hạng II (mã cũ)', 'A1', 'unverified'],
    ['V.07.02.05', 'Giáo viên mầm non hạng III (mã cũ)', 'A0', 'unverified'],
    ['V.07.02.06', 'Giáo viên mầm non hạng IV (mã cũ)', 'B'],
    ['V.07.03.07', 'Giáo viên tiểu học hạng II (mã cũ)', 'A1', 'unverified'],
    ['V.07.03.08', 'Giáo viên tiểu học hạng III (mã cũ)', 'A0', 'unverified'],
    ['V.07.03.09', 'Giáo viên tiểu học hạng IV (mã cũ)', 'B', 'unverified'],
    ['V.07.04.10', 'Giáo viên THCS hạng I (mã cũ)', 'A2.2', 'unverified'],
    ['V.07.04.11', 'Giáo viên THCS hạng II (mã cũ)', 'A1', 'unverified'],
    ['V.07.04.12', 'Giáo viên THCS hạng III (mã cũ)', 'A0', 'unverified'],
  ],
);

export const otherEducationRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.07',
  [
    ['V.07.01.01', 'Giảng viên cao cấp (hạng I)', 'A3.1'],
    ['V.07.01.02', 'Giảng viên chính (hạng II)', 'A2.1'],
    ['V.07.01.03', 'Giảng viên (hạng III)', 'A1'],
    ['V.07.01.23', 'Trợ giảng (hạng III)', 'A1'],
    ['V.07.06.16', 'Viên chức hỗ trợ giáo dục người khuyết tật', 'A0'],
    ['V.07.07.17', 'Giáo viên dự bị đại học hạng I', 'A2.1'],
    ['V.07.07.18', 'Giáo viên dự bị đại học hạng II', 'A2.2'],
    ['V.07.07.19', 'Giáo viên dự bị đại học hạng III', 'A1'],
    ['V.07.07.20', 'Nhân viên thiết bị, thí nghiệm', 'A0'],
    ['V.07.07.21', 'Nhân viên giáo vụ', 'A0'],
    ['V.07.08.20', 'Giảng viên cao đẳng sư phạm cao cấp (hạng I)', 'A3.1'],
    ['V.07.08.21', 'Giảng viên cao đẳng sư phạm chính (hạng II)', 'A2.1'],
    ['V.07.08.22', 'Giảng viên cao đẳng sư phạm (hạng III)', 'A1'],
  ],
);
