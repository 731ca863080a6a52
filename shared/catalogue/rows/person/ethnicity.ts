/**
 * The 54 ethnic groups and foreigners, by the codes of the General Statistics Office. Other spellings are those
 * seen in staff lists; they are compared without marks.
 */
import type { CatalogueRow } from '../../catalogue.ts';

const source =
  'QĐ 121-TCTK/PPCĐ ngày 02/3/1979 của Tổng cục Thống kê, Danh mục các dân tộc Việt Nam';
const validFrom = '1979-03-02';

type Line = readonly [code: string, label: string, aliases?: readonly string[]];

const lines: readonly Line[] = [
  ['01', 'Kinh', ['Việt', 'Kinh (Việt)']],
  ['02', 'Tày'],
  ['03', 'Thái'],
  ['04', 'Hoa', ['Hán', 'Người Hoa']],
  ['05', 'Khơ-me', ['Khmer', 'Khơ-mer']],
  ['06', 'Mường'],
  ['07', 'Nùng'],
  ['08', 'Mông', ['Hmông']],
  ['09', 'Dao'],
  ['10', 'Gia-rai', ['Jrai', 'Jarai']],
  ['11', 'Ngái'],
  ['12', 'Ê-đê', ['Rađê']],
  ['13', 'Ba-na', ['Bahnar']],
  ['14', 'Xơ-đăng', ['Sedang']],
  ['15', 'Sán Chay', ['Cao Lan', 'Sán Chỉ', 'Cao Lan - Sán Chỉ']],
  ['16', 'Cơ-ho', ['Kơho', 'K’Ho']],
  ['17', 'Chăm', ['Chăm (Chàm)']],
  ['18', 'Sán Dìu'],
  ['19', 'Hrê'],
  ['20', 'Mnông'],
  ['21', 'Ra-glai'],
  ['22', 'Xtiêng', ['Stiêng']],
  ['23', 'Bru-Vân Kiều', ['Vân Kiều', 'Bru']],
  ['24', 'Thổ'],
  ['25', 'Giáy', ['Dáy', 'Nhắng']],
  ['26', 'Cơ-tu', ['Kơ tu']],
  ['27', 'Gié-Triêng'],
  ['28', 'Mạ'],
  ['29', 'Khơ-mú', ['Khmu']],
  ['30', 'Co', ['Cor', 'Cùa']],
  ['31', 'Tà-ôi', ['Pa Cô', 'Pa kô']],
  ['32', 'Chơ-ro', ['Châu ro']],
  ['33', 'Kháng'],
  ['34', 'Xinh-mun'],
  ['35', 'Hà Nhì'],
  ['36', 'Chu-ru'],
  ['37', 'Lào'],
  ['38', 'La Chí'],
  ['39', 'La Ha'],
  ['40', 'Phù Lá'],
  ['41', 'La Hủ'],
  ['42', 'Lự'],
  ['43', 'Lô Lô'],
  ['44', 'Chứt'],
  ['45', 'Mảng'],
  ['46', 'Pà Thẻn'],
  ['47', 'Cơ Lao'],
  ['48', 'Cống'],
  ['49', 'Bố Y'],
  ['50', 'Si La'],
  ['51', 'Pu Péo'],
  ['52', 'Brâu'],
  ['53', 'Ơ-đu'],
  ['54', 'Rơ-măm'],
  ['55', 'Người nước ngoài', ['Nước ngoài']],
];

export const ethnicityRows: readonly CatalogueRow[] = lines.map(([code, label, aliases]) => ({
  code,
  label,
  source,
  validFrom,
  unverified: true,
  ...(aliases === undefined ? {} : { aliases }),
}));
