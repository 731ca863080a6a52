/** What the family lived by (thành phần gia đình xuất thân). */
import { formItem, listing } from '../listing.ts';

export const familyOriginRows = listing({ source: formItem('11'), unverified: true }, [
  ['cong-nhan', 'Công nhân'],
  ['nong-dan', 'Nông dân', ['Bần nông', 'Bần cố nông', 'Cố nông', 'Trung nông', 'ND']],
  ['can-bo', 'Cán bộ'],
  ['cong-chuc', 'Công chức', ['Viên chức', 'Công chức, viên chức', 'CBCC', 'CBVC']],
  ['tri-thuc', 'Trí thức', ['Tiểu tư sản trí thức']],
  ['quan-nhan', 'Quân nhân', ['Bộ đội']],
  ['dan-ngheo-thanh-thi', 'Dân nghèo thành thị', ['Dân nghèo']],
  ['tieu-thuong', 'Tiểu thương', ['Buôn bán nhỏ']],
  ['tieu-chu', 'Tiểu chủ'],
  ['tieu-tu-san', 'Tiểu tư sản'],
  ['tu-san', 'Tư sản'],
  ['phu-nong', 'Phú nông'],
  ['dia-chu', 'Địa chủ'],
  ['thuong-nhan', 'Thương nhân', ['Doanh nhân']],
  ['tho-thu-cong', 'Thợ thủ công', ['Thủ công']],
  ['khac', 'Thành phần khác', ['Khác']],
]);
