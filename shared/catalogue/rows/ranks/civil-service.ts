/**
 * Ranks (ngạch) of civil servants. The list was put together without the text of each sector circular,
 * so every row is marked unverified: it stays editable data until checked against the document.
 */
import { ranks } from './ranks.ts';

export const administrationRanks = ranks(
  'Thông tư 02/2021/TT-BNV (sửa đổi bởi Thông tư 06/2022/TT-BNV), điều về mã số và xếp lương',
  [
    ['01.001', 'Chuyên viên cao cấp', 'A3.1', 'unverified'],
    ['01.002', 'Chuyên viên chính', 'A2.1', 'unverified'],
    ['01.003', 'Chuyên viên', 'A1', 'unverified'],
    ['01.004', 'Cán sự', 'A0', 'unverified', ['B']],
    ['01.005', 'Nhân viên', 'B', 'unverified', ['C1', 'C2', 'C3']],
    ['02.006', 'Văn thư viên chính', 'A2.1', 'unverified'],
    ['02.007', 'Văn thư viên', 'A1', 'unverified'],
    ['02.008', 'Văn thư viên trung cấp', 'B', 'unverified'],
  ],
  '2021-08-01',
);

export const supportRanks = ranks(
  'NĐ 204/2004/NĐ-CP, Bảng 4',
  [
    ['01.006', 'Nhân viên đánh máy', 'T4-danh-may', 'unverified'],
    ['01.007', 'Nhân viên kỹ thuật', 'T4-ky-thuat', 'unverified'],
    ['01.008', 'Nhân viên văn thư', 'T4-van-thu', 'unverified'],
    ['01.009', 'Nhân viên phục vụ', 'T4-phuc-vu', 'unverified'],
    ['01.010', 'Lái xe cơ quan', 'T4-lai-xe', 'unverified'],
    ['01.011', 'Nhân viên bảo vệ', 'T4-bao-ve', 'unverified'],
  ],
  '2004-10-01',
);

export const inspectionAndJusticeRanks = ranks(
  'NĐ 204/2004/NĐ-CP, Bảng 2 (Thanh tra, Thi hành án dân sự)',
  [
    ['04.023', 'Thanh tra viên cao cấp', 'A3.1', 'unverified'],
    ['04.024', 'Thanh tra viên chính', 'A2.1', 'unverified'],
    ['04.025', 'Thanh tra viên', 'A1', 'unverified'],
    ['03.299', 'Chấp hành viên cao cấp', 'A3.1', 'unverified'],
    ['03.300', 'Chấp hành viên trung cấp', 'A2.1', 'unverified'],
    ['03.301', 'Chấp hành viên sơ cấp', 'A1', 'unverified'],
    ['03.230', 'Thẩm tra viên cao cấp', 'A3.1', 'unverified'],
    ['03.231', 'Thẩm tra viên chính', 'A2.1', 'unverified'],
    ['03.232', 'Thẩm tra viên', 'A1', 'unverified'],
    ['03.302', 'Thư ký thi hành án', 'A1', 'unverified'],
    ['03.303', 'Thư ký trung cấp thi hành án', 'B', 'unverified'],
  ],
);

export const financeRanks = ranks(
  'NĐ 204/2004/NĐ-CP, Bảng 2 (Kế toán, Thuế, Hải quan, Dự trữ quốc gia)',
  [
    ['06.029', 'Kế toán viên cao cấp', 'A3.2', 'unverified'],
    ['06.030', 'Kế toán viên chính', 'A2.2', 'unverified'],
    ['06.031', 'Kế toán viên', 'A1', 'unverified'],
    ['06.032', 'Kế toán viên trung cấp', 'A0', 'unverified'],
    ['06.036', 'Kiểm tra viên cao cấp thuế', 'A3.1', 'unverified'],
    ['06.037', 'Kiểm tra viên chính thuế', 'A2.1', 'unverified'],
    ['06.038', 'Kiểm tra viên thuế', 'A1', 'unverified'],
    ['06.039', 'Kiểm tra viên trung cấp thuế', 'A0', 'unverified'],
    ['06.040', 'Nhân viên thuế', 'B', 'unverified'],
    ['08.049', 'Kiểm tra viên cao cấp hải quan', 'A3.1', 'unverified'],
    ['08.050', 'Kiểm tra viên chính hải quan', 'A2.1', 'unverified'],
    ['08.051', 'Kiểm tra viên hải quan', 'A1', 'unverified'],
    ['08.052', 'Kiểm tra viên trung cấp hải quan', 'A0', 'unverified'],
    ['08.053', 'Nhân viên hải quan', 'B', 'unverified'],
    ['19.220', 'Kỹ thuật viên bảo quản chính', 'A2.2', 'unverified'],
    ['19.221', 'Kỹ thuật viên bảo quản', 'A1', 'unverified'],
    ['19.222', 'Kỹ thuật viên bảo quản trung cấp', 'A0', 'unverified'],
    ['19.223', 'Thủ kho bảo quản', 'B', 'unverified'],
    ['19.224', 'Nhân viên bảo vệ kho dự trữ', 'C1', 'unverified', ['C2', 'C3']],
  ],
);

export const bankMarketAndStatisticsRanks = ranks(
  'NĐ 204/2004/NĐ-CP, Bảng 2 (Ngân hàng, Quản lý thị trường, Thống kê)',
  [
    ['07.044', 'Kiểm soát viên cao cấp ngân hàng', 'A3.1', 'unverified'],
    ['07.045', 'Kiểm soát viên chính ngân hàng', 'A2.1', 'unverified'],
    ['07.046', 'Kiểm soát viên ngân hàng', 'A1', 'unverified'],
    ['21.187', 'Kiểm soát viên cao cấp thị trường', 'A3.1', 'unverified'],
    ['21.188', 'Kiểm soát viên chính thị trường', 'A2.1', 'unverified'],
    ['21.189', 'Kiểm soát viên thị trường', 'A1', 'unverified'],
    ['21.190', 'Kiểm soát viên trung cấp thị trường', 'A0', 'unverified'],
    ['23.261', 'Thống kê viên cao cấp', 'A3.2', 'unverified'],
    ['23.262', 'Thống kê viên chính', 'A2.2', 'unverified'],
    ['23.263', 'Thống kê viên', 'A1', 'unverified'],
    ['23.264', 'Thống kê viên trung cấp', 'A0', 'unverified'],
    ['23.265', 'Nhân viên thống kê', 'B', 'unverified'],
  ],
);

export const agricultureInspectionRanks = ranks(
  'NĐ 204/2004/NĐ-CP, Bảng 2 (Kiểm lâm, Kiểm dịch, Đê điều, Kiểm ngư)',
  [
    ['10.225', 'Kiểm lâm viên chính', 'A2.1', 'unverified'],
    ['10.226', 'Kiểm lâm viên', 'A1', 'unverified'],
    ['10.228', 'Kiểm lâm viên trung cấp', 'A0', 'unverified', ['B']],
    ['09.315', 'Kiểm dịch viên chính động vật', 'A2.2', 'unverified'],
    ['09.316', 'Kiểm dịch viên động vật', 'A1', 'unverified'],
    ['09.317', 'Kỹ thuật viên kiểm dịch động vật', 'A0', 'unverified'],
    ['09.318', 'Kiểm dịch viên chính thực vật', 'A2.2', 'unverified'],
    ['09.319', 'Kiểm dịch viên thực vật', 'A1', 'unverified'],
    ['09.320', 'Kỹ thuật viên kiểm dịch thực vật', 'A0', 'unverified'],
    ['11.081', 'Kiểm soát viên chính đê điều', 'A2.2', 'unverified'],
    ['11.082', 'Kiểm soát viên đê điều', 'A1', 'unverified'],
    ['11.083', 'Kiểm soát viên trung cấp đê điều', 'A0', 'unverified'],
    ['25.309', 'Kiểm ngư viên chính', 'A2.1', 'unverified'],
    ['25.310', 'Kiểm ngư viên', 'A1', 'unverified'],
    ['25.311', 'Kiểm ngư viên trung cấp', 'A0', 'unverified'],
  ],
);
