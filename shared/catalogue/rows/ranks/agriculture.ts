/** Professional titles (chức danh nghề nghiệp) of public employees: Agriculture. */
import { ranks } from './ranks.ts';

export const agricultureRanks = ranks(
  'Bộ pháp điển, Đề mục Viên chức (5.2), điều về cách xếp lương các chức danh nhóm V.03',
  [
    ['V.03.01.01', 'Bảo vệ viên bảo vệ thực vật hạng II', 'A2.2'],
    ['V.03.01.02', 'Bảo vệ viên bảo vệ thực vật hạng III', 'A1'],
    ['V.03.01.03', 'Kỹ thuật viên bảo vệ thực vật hạng IV', 'B'],
    ['V.03.02.04', 'Giám định viên thuốc bảo vệ thực vật hạng II', 'A2.2'],
    ['V.03.02.05', 'Giám định viên thuốc bảo vệ thực vật hạng III', 'A1'],
    ['V.03.02.06', 'Kỹ thuật viên giám định thuốc bảo vệ thực vật hạng IV', 'B'],
    ['V.03.03.07', 'Kiểm nghiệm viên cây trồng hạng II', 'A2.2'],
    ['V.03.03.08', 'Kiểm nghiệm viên cây trồng hạng III', 'A1'],
    ['V.03.03.09', 'Kỹ thuật viên kiểm nghiệm cây trồng hạng IV', 'B'],
    ['V.03.04.10', 'Chẩn đoán viên bệnh động vật hạng II', 'A2.2'],
    ['V.03.04.11', 'Chẩn đoán viên bệnh động vật hạng III', 'A1'],
    ['V.03.04.12', 'Kỹ thuật viên chẩn đoán bệnh động vật hạng IV', 'B'],
    ['V.03.05.13', 'Kiểm tra viên vệ sinh thú y hạng II', 'A2.2'],
    ['V.03.05.14', 'Kiểm tra viên vệ sinh thú y hạng III', 'A1'],
    ['V.03.05.15', 'Kỹ thuật viên kiểm tra vệ sinh thú y hạng IV', 'B'],
    ['V.03.06.16', 'Kiểm nghiệm viên thuốc thú y hạng II', 'A2.2'],
    ['V.03.06.17', 'Kiểm nghiệm viên thuốc thú y hạng III', 'A1'],
    ['V.03.06.18', 'Kỹ thuật viên kiểm nghiệm thuốc thú y hạng IV', 'B'],
    ['V.03.07.19', 'Kiểm nghiệm viên chăn nuôi hạng II', 'A2.2'],
    ['V.03.07.20', 'Kiểm nghiệm viên chăn nuôi hạng III', 'A1'],
    ['V.03.07.21', 'Kỹ thuật viên kiểm nghiệm chăn nuôi hạng IV', 'B'],
    ['V.03.08.22', 'Kiểm nghiệm viên thủy sản hạng II', 'A2.2'],
    ['V.03.08.23', 'Kiểm nghiệm viên thủy sản hạng III', 'A1'],
    ['V.03.08.24', 'Kỹ thuật viên kiểm nghiệm thủy sản hạng IV', 'B'],
  ],
);
