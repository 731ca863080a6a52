/** Foreign languages, then languages of the ethnic groups (ngoại ngữ, tiếng dân tộc). */
import { formItem, listing } from '../listing.ts';

const block = { source: formItem('32.6'), unverified: true } as const;

export const languageRows = [
  ...listing(block, [
    ['tieng-anh', 'Tiếng Anh', ['Anh', 'Anh văn', 'English']],
    ['tieng-phap', 'Tiếng Pháp', ['Pháp', 'Pháp văn']],
    ['tieng-nga', 'Tiếng Nga', ['Nga', 'Nga văn']],
    [
      'tieng-trung-quoc',
      'Tiếng Trung Quốc',
      ['Trung', 'Tiếng Trung', 'Trung văn', 'Tiếng Hoa', 'Hoa'],
    ],
    ['tieng-nhat', 'Tiếng Nhật', ['Nhật', 'Nhật văn']],
    ['tieng-han', 'Tiếng Hàn', ['Hàn', 'Tiếng Hàn Quốc', 'Hàn Quốc']],
    ['tieng-duc', 'Tiếng Đức', ['Đức']],
    ['tieng-tay-ban-nha', 'Tiếng Tây Ban Nha', ['Tây Ban Nha']],
    ['tieng-bo-dao-nha', 'Tiếng Bồ Đào Nha', ['Bồ Đào Nha']],
    ['tieng-y', 'Tiếng Ý', ['Tiếng Italia']],
    ['tieng-lao', 'Tiếng Lào', ['Lào']],
    ['tieng-campuchia', 'Tiếng Campuchia', ['Campuchia']],
    ['tieng-thai-lan', 'Tiếng Thái Lan', ['Thái Lan']],
    ['tieng-a-rap', 'Tiếng Ả Rập', ['Ả Rập']],
    ['ngoai-ngu-khac', 'Ngoại ngữ khác'],
  ]),
  ...listing(block, [
    ['tieng-khmer', 'Tiếng Khmer', ['Khmer', 'Tiếng Khơ-me']],
    ['tieng-mong', 'Tiếng Mông', ['Mông', 'Tiếng Hmông']],
    ['tieng-tay', 'Tiếng Tày', ['Tày']],
    ['tieng-nung', 'Tiếng Nùng', ['Nùng']],
    ['tieng-tay-nung', 'Tiếng Tày - Nùng', ['Tày Nùng']],
    ['tieng-thai', 'Tiếng Thái', ['Thái']],
    ['tieng-dao', 'Tiếng Dao', ['Dao']],
    ['tieng-muong', 'Tiếng Mường', ['Mường']],
    ['tieng-giay', 'Tiếng Giáy', ['Giáy']],
    ['tieng-ha-nhi', 'Tiếng Hà Nhì', ['Hà Nhì']],
    ['tieng-cham', 'Tiếng Chăm', ['Chăm']],
    ['tieng-ede', 'Tiếng Ê-đê', ['Ê-đê']],
    ['tieng-jrai', 'Tiếng Gia-rai', ['Gia-rai', 'Tiếng Jrai', 'Jrai']],
    ['tieng-bana', 'Tiếng Ba-na', ['Ba-na', 'Tiếng Bahnar']],
    ['tieng-xodang', 'Tiếng Xơ-đăng', ['Xơ-đăng']],
    ['tieng-kho', 'Tiếng Cơ-ho', ['Cơ-ho', 'Tiếng K’Ho']],
    ['tieng-mnong', 'Tiếng Mnông', ['Mnông']],
    ['tieng-xtieng', 'Tiếng Xtiêng', ['Xtiêng']],
    ['tieng-cotu', 'Tiếng Cơ-tu', ['Cơ-tu']],
    ['tieng-dan-toc-khac', 'Tiếng dân tộc khác'],
  ]),
];
