/** Professional titles (chức danh nghề nghiệp) of public employees: Labour, social work and vocational education. */
import { ranks } from './ranks.ts';

export const labourRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.09',
  [
    ['V.09.02.01', 'Giảng viên giáo dục nghề nghiệp cao cấp (hạng I)', 'A3.1'],
    ['V.09.02.02', 'Giảng viên giáo dục nghề nghiệp chính (hạng II)', 'A2.1'],
    ['V.09.02.03', 'Giảng viên giáo dục nghề nghiệp lý thuyết (hạng III)', 'A1'],
    ['V.09.02.04', 'Giảng viên giáo dục nghề nghiệp thực hành (hạng III)', 'A0'],
    ['V.09.02.05', 'Giáo viên giáo dục nghề nghiệp hạng I', 'A3.2'],
    ['V.09.02.06', 'Giáo viên giáo dục nghề nghiệp hạng II', 'A2.1'],
    ['V.09.02.07', 'Giáo viên giáo dục nghề nghiệp lý thuyết hạng III', 'A1'],
    ['V.09.02.08', 'Giáo viên giáo dục nghề nghiệp thực hành hạng III', 'A0'],
    ['V.09.02.09', 'Giáo viên giáo dục nghề nghiệp hạng IV', 'B'],
    ['V.09.03.01', 'Kiểm định viên chính kỹ thuật an toàn lao động', 'A2.1'],
    ['V.09.03.02', 'Kiểm định viên kỹ thuật an toàn lao động', 'A1'],
    ['V.09.03.03', 'Kỹ thuật viên kiểm định kỹ thuật an toàn lao động', 'B'],
    ['V.09.04.01', 'Công tác xã hội viên chính (hạng II)', 'A2.1'],
    ['V.09.04.02', 'Công tác xã hội viên (hạng III)', 'A1'],
    ['V.09.04.03', 'Nhân viên công tác xã hội (hạng IV)', 'B'],
    ['V.09.06.01', 'Tư vấn viên dịch vụ việc làm hạng II', 'A2.1', 'unverified', ['A2.2']],
    ['V.09.06.02', 'Tư vấn viên dịch vụ việc làm hạng III', 'A1', 'unverified'],
    ['V.09.06.03', 'Nhân viên tư vấn dịch vụ việc làm hạng IV', 'B', 'unverified'],
  ],
);
