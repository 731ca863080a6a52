/** Family and means: items 36 and 37.3; assets and income: group 9 of NĐ 27/2026/NĐ-CP, Điều 5. Private: sealed. */
import { choice, date, decimal, longText, money, text, year, yesNo } from './field.ts';
import { section, table } from './section.ts';

const member = (item: string) => ({
  relation: choice('kinship', { vi: 'Quan hệ', en: 'Relation', item, required: true }),
  fullName: text({ vi: 'Họ và tên', en: 'Full name', item, max: 120, required: true }),
  birthYear: year({ vi: 'Năm sinh', en: 'Year of birth', item }),
  homeTown: text({ vi: 'Quê quán', en: 'Home town', item, max: 300 }),
  occupation: text({ vi: 'Nghề nghiệp, chức vụ', en: 'Occupation, position', item }),
  workplace: text({ vi: 'Đơn vị công tác', en: 'Workplace', item, max: 300 }),
  residence: text({ vi: 'Nơi ở', en: 'Residence', item, max: 300 }),
  abroad: yesNo({ vi: 'Ở nước ngoài', en: 'Abroad', item }),
  /** Membership of organisations, work for the former regime, convictions: what the form asks for in words. */
  background: longText({
    vi: 'Thành viên tổ chức, làm việc cho chế độ cũ, tiền án',
    en: 'Organisations, former regime, convictions',
    item,
    max: 500,
  }),
});

export const ownFamily = table(
  { vi: 'Quan hệ gia đình: bản thân', en: 'Own family', item: '36.1', sensitive: true },
  { named: ['relation', 'fullName'] },
  member('36.1'),
);

export const spouseFamily = table(
  {
    vi: 'Quan hệ gia đình: bên vợ (chồng)',
    en: 'Family of the spouse',
    item: '36.2',
    sensitive: true,
  },
  { named: ['relation', 'fullName'] },
  member('36.2'),
);

const area = (vi: string, en: string) =>
  decimal({ vi, en, item: '37.3', max: 10_000_000, unit: 'm²' });
const paper = (vi: string, en: string) => text({ vi, en, item: '37.3', max: 100 });

export const economy = section(
  { vi: 'Hoàn cảnh kinh tế gia đình', en: 'Means of the family', item: '37.3', sensitive: true },
  {
    salaryIncome: money({ vi: 'Thu nhập từ lương mỗi năm', en: 'Yearly pay', item: '37.3' }),
    otherIncome: text({ vi: 'Nguồn thu nhập khác', en: 'Other income', item: '37.3', max: 300 }),
    grantedHouseType: paper('Nhà được cấp, được thuê: loại nhà', 'Granted house: type'),
    grantedHouseArea: area('Nhà được cấp, được thuê: diện tích', 'Granted house: area'),
    grantedHousePaper: paper('Nhà được cấp, được thuê: giấy chứng nhận', 'Granted house: title'),
    ownHouseType: paper('Nhà tự mua, tự xây: loại nhà', 'Own house: type'),
    ownHouseArea: area('Nhà tự mua, tự xây: diện tích', 'Own house: area'),
    ownHousePaper: paper('Nhà tự mua, tự xây: giấy chứng nhận', 'Own house: title'),
    grantedLandArea: area('Đất được cấp: diện tích', 'Granted land: area'),
    grantedLandPaper: paper('Đất được cấp: giấy chứng nhận', 'Granted land: title'),
    ownLandArea: area('Đất tự mua: diện tích', 'Own land: area'),
    ownLandPaper: paper('Đất tự mua: giấy chứng nhận', 'Own land: title'),
    businessLand: text({
      vi: 'Đất sản xuất, kinh doanh',
      en: 'Land for business',
      item: '37.3',
      max: 300,
    }),
  },
);

/** Only which declarations there are and where: the declarations themselves are not kept here. */
export const assetDeclarations = table(
  { vi: 'Kê khai tài sản, thu nhập', en: 'Asset declarations', sensitive: true },
  { named: ['year'], ordered: 'year' },
  {
    year: year({ vi: 'Năm kê khai', en: 'Year', required: true }),
    kind: text({ vi: 'Loại kê khai', en: 'Kind' }),
    declaredOn: date({ vi: 'Ngày kê khai', en: 'Declared on' }),
    keptAt: text({ vi: 'Nơi lưu bản kê khai', en: 'Kept at' }),
  },
);
