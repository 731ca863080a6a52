/** Religions in the order of the 2019 census. */
import type { CatalogueRow } from '../../catalogue.ts';

const source = 'Tổng điều tra dân số và nhà ở 2019, Danh mục các tôn giáo';

type Line = readonly [code: string, label: string, aliases?: readonly string[]];

const lines: readonly Line[] = [
  ['00', 'Không', ['Không có', 'Không tôn giáo', 'Không theo tôn giáo nào', 'Lương', 'K']],
  ['01', 'Phật giáo', ['Phật', 'Đạo Phật']],
  ['02', 'Công giáo', ['Thiên chúa', 'Thiên chúa giáo', 'Đạo Thiên chúa', 'Đạo Công giáo']],
  ['03', 'Tin Lành', ['Đạo Tin Lành']],
  ['04', 'Cao Đài', ['Đạo Cao Đài']],
  ['05', 'Phật giáo Hòa Hảo', ['Hòa Hảo', 'PGHH']],
  ['06', 'Hồi giáo', ['Hồi', 'Islam', 'Đạo Hồi']],
  ['07', 'Bahá’í', ['Tôn giáo Baha’i', 'Baha i']],
  ['08', 'Tịnh độ cư sĩ Phật hội Việt Nam', ['Tịnh độ cư sĩ']],
  ['09', 'Cơ đốc Phục lâm'],
  ['10', 'Tứ Ân Hiếu Nghĩa'],
  ['11', 'Minh Sư đạo'],
  ['12', 'Minh lý đạo'],
  ['13', 'Bà-la-môn', ['Bà la môn', 'Ấn Độ giáo']],
  ['14', 'Mặc Môn'],
  ['15', 'Phật giáo Hiếu Nghĩa Tà Lơn'],
  ['16', 'Bửu Sơn Kỳ Hương'],
  ['99', 'Khác'],
];

export const religionRows: readonly CatalogueRow[] = lines.map(([code, label, aliases]) => ({
  code,
  label,
  source,
  unverified: true,
  ...(aliases === undefined ? {} : { aliases }),
}));
