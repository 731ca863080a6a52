/** Professional titles (chức danh nghề nghiệp) of public employees: Justice: registration of security interests. Judicial records (V.01.01), archives (V.01.02). */
import { ranks } from './ranks.ts';

export const justiceRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.00',
  [
    [
      'V.00.01.01',
      'Đăng ký viên / viên chức đăng ký biện pháp bảo đảm hạng I',
      'A3.1',
      'unverified',
    ],
    ['V.00.01.02', 'Viên chức đăng ký biện pháp bảo đảm hạng II', 'A2.1', 'unverified'],
    ['V.00.01.03', 'Viên chức đăng ký biện pháp bảo đảm hạng III', 'A1', 'unverified'],
  ],
);

export const archiveRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.01',
  [
    ['V.01.01.01', 'Viên chức lý lịch tư pháp hạng I', 'A3.1', 'unverified'],
    ['V.01.01.02', 'Viên chức lý lịch tư pháp hạng II', 'A2.1', 'unverified'],
    ['V.01.01.03', 'Viên chức lý lịch tư pháp hạng III', 'A1', 'unverified'],
    ['V.01.02.01', 'Lưu trữ viên chính', 'A2.1'],
    ['V.01.02.02', 'Lưu trữ viên', 'A1'],
    ['V.01.02.03', 'Lưu trữ viên trung cấp', 'B'],
  ],
);
