/** Professional titles (chức danh nghề nghiệp) of public employees: Culture and sport. Information and media. Aviation. */
import { ranks } from './ranks.ts';

export const cultureRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.10',
  [
    ['V.10.01.01', 'Huấn luyện viên cao cấp (hạng I)', 'A3.1'],
    ['V.10.01.02', 'Huấn luyện viên chính (hạng II)', 'A2.1'],
    ['V.10.01.03', 'Huấn luyện viên (hạng III)', 'A1'],
    ['V.10.01.04', 'Hướng dẫn viên (hạng IV)', 'B'],
    ['V.10.02.05', 'Thư viện viên hạng II', 'A2.2'],
    ['V.10.02.06', 'Thư viện viên hạng III', 'A1'],
    ['V.10.02.07', 'Thư viện viên hạng IV', 'B'],
    ['V.10.02.30', 'Thư viện viên hạng I', 'A3.2'],
    ['V.10.03.08', 'Đạo diễn nghệ thuật hạng I', 'A3.1'],
    ['V.10.03.09', 'Đạo diễn nghệ thuật hạng II', 'A2.1'],
    ['V.10.03.10', 'Đạo diễn nghệ thuật hạng III', 'A1'],
    ['V.10.03.11', 'Đạo diễn nghệ thuật hạng IV', 'B'],
    ['V.10.04.12', 'Diễn viên hạng I', 'A3.1'],
    ['V.10.04.13', 'Diễn viên hạng II', 'A2.2'],
    ['V.10.04.14', 'Diễn viên hạng III', 'A1'],
    ['V.10.04.15', 'Diễn viên hạng IV', 'B'],
    ['V.10.05.16', 'Di sản viên hạng II', 'A2.2'],
    ['V.10.05.17', 'Di sản viên hạng III', 'A1'],
    ['V.10.05.18', 'Di sản viên hạng IV', 'B'],
    ['V.10.05.29', 'Di sản viên hạng I', 'A3.2'],
    ['V.10.06.19', 'Phương pháp viên hạng II', 'A2.2'],
    ['V.10.06.20', 'Phương pháp viên hạng III', 'A1'],
    ['V.10.06.21', 'Phương pháp viên hạng IV', 'B'],
    ['V.10.07.22', 'Hướng dẫn viên văn hóa hạng II', 'A2.2'],
    ['V.10.07.23', 'Hướng dẫn viên văn hóa hạng III', 'A1'],
    ['V.10.07.24', 'Hướng dẫn viên văn hóa hạng IV', 'B'],
    ['V.10.08.25', 'Họa sĩ hạng I', 'A3.1'],
    ['V.10.08.26', 'Họa sĩ hạng II', 'A2.1'],
    ['V.10.08.27', 'Họa sĩ hạng III', 'A1'],
    ['V.10.08.28', 'Họa sĩ hạng IV', 'B'],
    ['V.10.10.34', 'Tuyên truyền viên văn hóa chính', 'A2.2'],
    ['V.10.10.35', 'Tuyên truyền viên văn hóa', 'A1'],
    ['V.10.10.36', 'Tuyên truyền viên văn hóa trung cấp', 'B'],
  ],
);

export const mediaRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.11',
  [
    ['V.11.01.01', 'Biên tập viên hạng I', 'A3.1'],
    ['V.11.01.02', 'Biên tập viên hạng II', 'A2.1'],
    ['V.11.01.03', 'Biên tập viên hạng III', 'A1'],
    ['V.11.02.04', 'Phóng viên hạng I', 'A3.1'],
    ['V.11.02.05', 'Phóng viên hạng II', 'A2.1'],
    ['V.11.02.06', 'Phóng viên hạng III', 'A1'],
    ['V.11.03.07', 'Biên dịch viên hạng I', 'A3.1'],
    ['V.11.03.08', 'Biên dịch viên hạng II', 'A2.1'],
    ['V.11.03.09', 'Biên dịch viên hạng III', 'A1'],
    ['V.11.04.10', 'Đạo diễn truyền hình hạng I', 'A3.1'],
    ['V.11.04.11', 'Đạo diễn truyền hình hạng II', 'A2.1'],
    ['V.11.04.12', 'Đạo diễn truyền hình hạng III', 'A1'],
  ],
);

export const aviationRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.12',
  [
    ['V.12.01.01', 'Cảng vụ viên hàng không hạng I', 'A3.1'],
    ['V.12.01.02', 'Cảng vụ viên hàng không hạng II', 'A2.1'],
    ['V.12.01.03', 'Cảng vụ viên hàng không hạng III', 'A1'],
    ['V.12.01.04', 'Cảng vụ viên hàng không hạng IV', 'A0'],
    ['V.12.01.05', 'Cảng vụ viên hàng không hạng V', 'B'],
  ],
);
