/** Professional titles (chức danh nghề nghiệp) of public employees: Construction. Science and technology. Natural resources and environment. */
import { ranks } from './ranks.ts';

export const constructionRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.04',
  [
    ['V.04.01.01', 'Kiến trúc sư hạng I', 'A3.1'],
    ['V.04.01.02', 'Kiến trúc sư hạng II', 'A2.1'],
    ['V.04.01.03', 'Kiến trúc sư hạng III', 'A1'],
    ['V.04.02.04', 'Thẩm kế viên hạng I', 'A3.1'],
    ['V.04.02.05', 'Thẩm kế viên hạng II', 'A2.1'],
    ['V.04.02.06', 'Thẩm kế viên hạng III', 'A1'],
    ['V.04.02.07', 'Thẩm kế viên hạng IV', 'B'],
  ],
);

export const scienceRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.05',
  [
    ['V.05.01.01', 'Nghiên cứu viên cao cấp (hạng I)', 'A3.1'],
    ['V.05.01.02', 'Nghiên cứu viên chính (hạng II)', 'A2.1'],
    ['V.05.01.03', 'Nghiên cứu viên (hạng III)', 'A1'],
    ['V.05.01.04', 'Trợ lý nghiên cứu (hạng IV)', 'B'],
    ['V.05.02.05', 'Kỹ sư cao cấp (hạng I)', 'A3.1'],
    ['V.05.02.06', 'Kỹ sư chính (hạng II)', 'A2.1'],
    ['V.05.02.07', 'Kỹ sư (hạng III)', 'A1'],
    ['V.05.02.08', 'Kỹ thuật viên (hạng IV)', 'B'],
  ],
);

export const environmentRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.06',
  [
    ['V.06.01.01', 'Địa chính viên hạng II', 'A2.1'],
    ['V.06.01.02', 'Địa chính viên hạng III', 'A1'],
    ['V.06.01.03', 'Địa chính viên hạng IV', 'B'],
    ['V.06.02.04', 'Điều tra viên tài nguyên môi trường hạng II', 'A2.1'],
    ['V.06.02.05', 'Điều tra viên tài nguyên môi trường hạng III', 'A1'],
    ['V.06.02.06', 'Điều tra viên tài nguyên môi trường hạng IV', 'B'],
    ['V.06.03.07', 'Dự báo viên khí tượng thủy văn hạng II', 'A2.1'],
    ['V.06.03.08', 'Dự báo viên khí tượng thủy văn hạng III', 'A1'],
    ['V.06.03.09', 'Dự báo viên khí tượng thủy văn hạng IV', 'B'],
    ['V.06.04.10', 'Kiểm soát viên khí tượng thủy văn hạng II', 'A2.1'],
    ['V.06.04.11', 'Kiểm soát viên khí tượng thủy văn hạng III', 'A1'],
    ['V.06.04.12', 'Kiểm soát viên khí tượng thủy văn hạng IV', 'B'],
    ['V.06.05.13', 'Quan trắc viên tài nguyên môi trường hạng II', 'A2.1'],
    ['V.06.05.14', 'Quan trắc viên tài nguyên môi trường hạng III', 'A1'],
    ['V.06.05.15', 'Quan trắc viên tài nguyên môi trường hạng IV', 'B'],
    ['V.06.06.16', 'Đo đạc bản đồ viên hạng II', 'A2.1'],
    ['V.06.06.17', 'Đo đạc bản đồ viên hạng III', 'A1'],
    ['V.06.06.18', 'Đo đạc bản đồ viên hạng IV', 'B'],
  ],
);
