/** A made-up teacher whose dossier has every item of the form filled. Nobody here exists. */
import type { JsonObject } from '../../shared/canonical/json.ts';
import { ulidOf } from './sample-changes.ts';

const row = (number: number) => ulidOf(5000 + number);
const decision = (number: string, day: string, by: string) => ({
  decisionNumber: number,
  decidedOn: day,
  decidedBy: by,
});
const district = 'Ủy ban nhân dân huyện Lấp Vò';
const college = 'Trường Đại học Đồng Tháp';

/** Her name; two of its letters are those that a wrong font loses first. */
export const fullPersonName = 'Huỳnh Thị Ngọc Ẩn';

/** As JSON, for changes and forms; the schema's own type reads it, too. */
export const fullPerson: JsonObject = {
  identity: {
    fullName: fullPersonName,
    otherName: 'Út Ngọc',
    gender: 'female',
    birthDate: '1985-03-08',
    birthPlace: 'Bệnh viện Đa khoa Sa Đéc, tỉnh Đồng Tháp',
    birthProvince: '82',
    homeTown: 'Xã Mỹ An Hưng, tỉnh Đồng Tháp',
    homeProvince: '82',
    ethnicity: '01',
    identityNumber: '087185000123',
    identityIssuedOn: '2021-08-12',
    oldIdentityNumber: '341234567',
    socialInsuranceNumber: '8712345678',
    healthInsuranceNumber: 'GD4878712345678',
  },
  belief: { religion: '05' },
  contact: {
    phone: '0912 345 678',
    email: 'ngocan@mau.vn',
    residence: 'Số 12/4, ấp An Thuận, xã Mỹ An Hưng, tỉnh Đồng Tháp',
    residenceProvince: '82',
    permanentResidence: 'Ấp An Thuận, xã Mỹ An Hưng, tỉnh Đồng Tháp',
  },
  origin: { familyOrigin: 'nong-dan', priorJob: 'Sinh viên', policyGroup: 'con-liet-si' },
  employment: {
    category: 'vien-chuc',
    status: 'dang-cong-tac',
    firstRecruitedOn: '2007-09-05',
    recruitedBy: district,
    joinedUnitOn: '2012-08-01',
    position: 'Phó Hiệu trưởng',
    positionSince: '2018-08-15',
    reappointedOn: '2023-08-15',
    concurrentPosition: 'Chủ tịch Công đoàn trường',
    mainTask: 'Phụ trách chuyên môn, giảng dạy lớp 5',
    strength: 'Giảng dạy môn Toán bậc tiểu học',
    longestJob: 'Giáo viên tiểu học',
  },
  party: {
    member: true,
    joinedOn: '2011-05-19',
    officialOn: '2012-05-19',
    position: 'Phó Bí thư Chi bộ',
    concurrentPosition: 'Không',
  },
  organisations: {
    firstOrganisation: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    firstJoinedOn: '2000-03-26',
  },
  military: { enlistedOn: '2003-09', dischargedOn: '2003-12', highestRank: 'binh-nhat' },
  education: {
    general: '12/12',
    highest: 'dai-hoc',
    major: 'Giáo dục tiểu học',
    academicTitle: 'pho-giao-su',
    academicTitleYear: 2024,
    stateHonour: 'nha-giao-uu-tu',
    politicalTheory: 'trung-cap',
    stateManagement: 'chuyen-vien',
    defenceTraining: 'doi-tuong-4',
    informationTechnology: 'co-ban',
  },
  planning: {
    [row(1)]: {
      position: 'Hiệu trưởng',
      period: '2026-2031',
      ...decision('45/QĐ-UBND', '2025-11-20', 'Ủy ban nhân dân xã Mỹ An Hưng'),
    },
  },
  pay: {
    rankCode: 'V.07.03.29',
    rankSince: '2021-03-20',
    step: 6,
    coefficient: 3.99,
    stepSince: '2024-09-01',
    percent: 100,
    beyondScalePercent: 0,
    positionAllowance: 0.3,
    concurrentAllowance: 0.1,
    otherAllowance: 0.2,
  },
  jobPosition: {
    code: 'cm-gd-tieu-hoc',
    careerGrade: 3,
    step: 6,
    amount: 10_094_700,
    since: '2026-07-01',
    percent: 100,
  },
  health: { state: 'loai-2', heightCm: 158, weightKg: 52, bloodType: 'O-duong' },
  professionalTraining: {
    [row(2)]: {
      from: '2003-09',
      to: '2007-06',
      school: college,
      major: 'Giáo dục tiểu học',
      form: 'chinh-quy',
      degree: 'dai-hoc',
    },
  },
  politicalTraining: {
    [row(3)]: {
      from: '2015-03',
      to: '2016-12',
      school: 'Trường Chính trị tỉnh Đồng Tháp',
      form: 'vua-lam-vua-hoc',
      degree: 'trung-cap',
    },
  },
  managementTraining: {
    [row(4)]: {
      from: '2019-07',
      to: '2019-08',
      school: college,
      certificate: 'Bồi dưỡng chức danh nghề nghiệp giáo viên tiểu học hạng II',
    },
  },
  defenceTraining: {
    [row(5)]: {
      from: '2020-06',
      to: '2020-06',
      school: 'Ban Chỉ huy Quân sự huyện Lấp Vò',
      level: 'doi-tuong-4',
      certificate: 'Giấy chứng nhận bồi dưỡng kiến thức quốc phòng, an ninh',
    },
  },
  technologyTraining: {
    [row(6)]: {
      from: '2014-05',
      to: '2014-08',
      school: college,
      certificate: 'Ứng dụng công nghệ thông tin cơ bản',
    },
  },
  languages: {
    [row(7)]: {
      language: 'Tiếng Anh',
      level: 'Bậc 3 (B1)',
      certificate: 'VSTEP',
      score: '5.5',
      school: college,
      from: '2018-01',
      to: '2018-06',
    },
  },
  career: {
    [row(8)]: {
      from: '2007-09',
      to: '2012-07',
      unit: 'Trường Tiểu học Long Hưng B, huyện Lấp Vò, tỉnh Đồng Tháp',
      position: 'Giáo viên',
    },
    [row(9)]: {
      from: '2012-08',
      to: '2018-08',
      unit: 'Trường Tiểu học Mỹ An Hưng A, huyện Lấp Vò, tỉnh Đồng Tháp',
      position: 'Giáo viên, Tổ trưởng chuyên môn',
    },
    [row(10)]: {
      from: '2018-08',
      unit: 'Trường Tiểu học Mỹ An Hưng A, xã Mỹ An Hưng, tỉnh Đồng Tháp',
      position: 'Phó Hiệu trưởng',
    },
  },
  history: { arrested: 'Không' },
  oldRegimeWork: {
    [row(11)]: {
      from: '1970',
      to: '1975',
      position: 'Không (cha ruột khai thay)',
      unit: 'Không',
      place: 'Không',
    },
  },
  foreignTies: {
    [row(12)]: {
      from: '2019-02',
      organisation: 'Tổ chức Giáo dục thế giới, trụ sở tại Bangkok, Thái Lan',
      work: 'Cộng tác viên chương trình đọc sách',
    },
  },
  rewards: {
    [row(13)]: {
      year: 2020,
      workGrade: 'tot',
      emulationTitle: 'lao-dong-tien-tien',
      form: 'giay-khen',
      ...decision('312/QĐ-UBND', '2020-08-10', district),
    },
    [row(14)]: {
      year: 2024,
      workGrade: 'xuat-sac',
      emulationTitle: 'cstd-co-so',
      form: 'kn-giao-duc',
      ...decision('1105/QĐ-BGDĐT', '2024-11-15', 'Bộ Giáo dục và Đào tạo'),
    },
  },
  discipline: {
    [row(15)]: {
      from: '2013-04-02',
      to: '2014-04-02',
      form: 'khien-trach',
      byParty: false,
      act: 'Chậm nộp hồ sơ chuyên môn',
      ...decision('27/QĐ-THMAH', '2013-04-02', 'Trường Tiểu học Mỹ An Hưng A'),
    },
  },
  ownFamily: {
    [row(16)]: {
      relation: 'cha',
      fullName: 'Huỳnh Văn Ẩn',
      birthYear: 1955,
      homeTown: 'Xã Mỹ An Hưng, tỉnh Đồng Tháp',
      occupation: 'Nông dân',
      residence: 'Ấp An Thuận, xã Mỹ An Hưng, tỉnh Đồng Tháp',
      abroad: false,
      background: 'Không',
    },
    [row(17)]: {
      relation: 'me',
      fullName: 'Lê Thị Bảy',
      birthYear: 1958,
      homeTown: 'Xã Hội An Đông, tỉnh Đồng Tháp',
      occupation: 'Nội trợ',
      residence: 'Ấp An Thuận, xã Mỹ An Hưng, tỉnh Đồng Tháp',
      abroad: false,
    },
    [row(18)]: {
      relation: 'chong',
      fullName: 'Trần Hữu Đức',
      birthYear: 1982,
      homeTown: 'Phường Sa Đéc, tỉnh Đồng Tháp',
      occupation: 'Công chức Địa chính - Xây dựng',
      workplace: 'Ủy ban nhân dân xã Mỹ An Hưng',
      residence: 'Ấp An Thuận, xã Mỹ An Hưng, tỉnh Đồng Tháp',
      abroad: false,
      background: 'Đảng viên Đảng Cộng sản Việt Nam',
    },
  },
  spouseFamily: {
    [row(19)]: {
      relation: 'cha-vo-chong',
      fullName: 'Trần Hữu Phước',
      birthYear: 1950,
      homeTown: 'Phường Sa Đéc, tỉnh Đồng Tháp',
      occupation: 'Hưu trí',
      residence: 'Phường Sa Đéc, tỉnh Đồng Tháp',
      abroad: false,
    },
    [row(20)]: {
      relation: 'me-vo-chong',
      fullName: 'Nguyễn Thị Chín',
      birthYear: 1953,
      homeTown: 'Phường Sa Đéc, tỉnh Đồng Tháp',
      occupation: 'Buôn bán nhỏ',
      residence: 'Phường Sa Đéc, tỉnh Đồng Tháp',
      abroad: false,
    },
  },
  payHistory: {
    [row(21)]: {
      from: '2018-09',
      to: '2021-08',
      rankCode: 'V.07.03.29',
      step: 4,
      coefficient: 3.33,
    },
    [row(22)]: {
      from: '2021-09',
      to: '2024-08',
      rankCode: 'V.07.03.29',
      step: 5,
      coefficient: 3.66,
    },
    [row(23)]: { from: '2024-09', rankCode: 'V.07.03.29', step: 6, coefficient: 3.99 },
  },
  allowances: {
    [row(24)]: {
      from: '2012-09',
      kind: 'tham-nien-nghe',
      percent: 19,
      form: 'Hằng tháng cùng kỳ lương',
    },
    [row(25)]: { from: '2026-07', kind: 'uu-dai-nghe', percent: 35, amount: 3_533_145 },
  },
  economy: {
    salaryIncome: 151_000_000,
    otherIncome: 'Chồng: lương công chức',
    grantedHouseType: 'Không',
    ownHouseType: 'Nhà cấp 4',
    ownHouseArea: 96.5,
    ownHousePaper: 'CH 01234',
    ownLandArea: 250,
    ownLandPaper: 'CH 01234',
    businessLand: 'Đất trồng lúa 2.000 m²',
  },
  remark: { text: 'Hoàn thành tốt nhiệm vụ, đoàn kết, được tập thể tín nhiệm.' },
  evaluations: {
    [row(26)]: { year: 2024, grade: 'xuat-sac', score: 92.5 },
    [row(27)]: { year: 2025, grade: 'tot', score: 86 },
  },
  appointments: {
    [row(28)]: {
      kind: 'bo-nhiem',
      position: 'Phó Hiệu trưởng',
      unit: 'Trường Tiểu học Mỹ An Hưng A',
      from: '2018-08-15',
      to: '2023-08-15',
      ...decision('2210/QĐ-UBND', '2018-08-13', district),
    },
  },
  movements: {
    [row(29)]: {
      kind: 'dieu-dong',
      fromUnit: 'Trường Tiểu học Long Hưng B',
      toUnit: 'Trường Tiểu học Mỹ An Hưng A',
      from: '2012-08-01',
      ...decision('998/QĐ-UBND', '2012-07-25', district),
    },
  },
  contracts: {
    [row(30)]: {
      kind: 'hdlv-khong-xac-dinh',
      number: '15/HĐLV',
      signedOn: '2008-09-05',
      work: 'Giáo viên tiểu học',
      from: '2008-09-05',
    },
  },
  probation: {
    [row(31)]: {
      from: '2007-09-05',
      to: '2008-09-04',
      percent: 85,
      supervisor: 'Nguyễn Thị Hai',
      result: 'Đạt yêu cầu',
      ...decision('51/QĐ-PGDĐT', '2008-09-05', 'Phòng Giáo dục và Đào tạo huyện Lấp Vò'),
    },
  },
  trips: {
    [row(32)]: {
      from: '2023-06-10',
      to: '2023-06-15',
      country: 'Thái Lan',
      purpose: 'Tham quan, học tập',
      funding: 'Cá nhân',
      ...decision('640/QĐ-UBND', '2023-05-30', district),
    },
  },
  assetDeclarations: {
    [row(33)]: {
      year: 2025,
      kind: 'Kê khai bổ sung',
      declaredOn: '2025-12-20',
      keptAt: 'Ủy ban nhân dân xã Mỹ An Hưng',
    },
  },
  retirement: {
    kind: 'dung-tuoi',
    noticeNumber: '12/TB-UBND',
    noticedOn: '2044-09-01',
    effectiveOn: '2045-03-31',
    ...decision('80/QĐ-UBND', '2044-12-20', 'Ủy ban nhân dân xã Mỹ An Hưng'),
  },
  management: {
    managingBody: 'Ủy ban nhân dân xã Mỹ An Hưng',
    employingBody: 'Trường Tiểu học Mỹ An Hưng A',
    dossierNumber: 'MAH-0123',
  },
  note: { text: 'Hồ sơ mẫu.' },
};
