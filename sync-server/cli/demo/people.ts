/** Twelve made-up people of the commune's office, so that the first look finds work waiting. */
import type { DossierContent } from '../../../shared/dossier/content.ts';
import { lifeOf } from './lives.ts';

type Line = readonly [
  fullName: string,
  gender: 'male' | 'female',
  birthDate: string,
  position: string,
  rankCode: string,
  step: number,
  coefficient: number,
  major: string,
];

const lines: readonly Line[] = [
  [
    'Đỗ Thị Ngọc Diễm',
    'female',
    '1990-04-12',
    'Công chức Văn phòng - Thống kê',
    '01.003',
    4,
    3.33,
    'Hành chính học',
  ],
  [
    'Nguyễn Văn An',
    'male',
    '1985-09-02',
    'Công chức Địa chính - Xây dựng',
    '01.003',
    5,
    3.66,
    'Quản lý đất đai',
  ],
  ['Trần Quốc Đạt', 'male', '1978', 'Phó Chủ tịch UBND xã', '01.003', 8, 4.65, 'Luật'],
  [
    'Lê Thị Cẩm Tú',
    'female',
    '1993-11-25',
    'Công chức Tài chính - Kế toán',
    '01.003',
    3,
    3.0,
    'Kế toán',
  ],
  [
    'Phan Thị Ánh Nguyệt',
    'female',
    '1988-07',
    'Công chức Tư pháp - Hộ tịch',
    '01.003',
    4,
    3.33,
    'Luật',
  ],
  [
    'Huỳnh Thanh Ẩn',
    'male',
    '1982-01-30',
    'Chỉ huy trưởng Quân sự',
    '01.004',
    6,
    3.65,
    'Quân sự cơ sở',
  ],
  [
    'Võ Thị Kim Ngân',
    'female',
    '1995-03-08',
    'Công chức Văn hóa - Xã hội',
    '01.003',
    2,
    2.67,
    'Công tác xã hội',
  ],
  [
    'Bùi Hữu Ý',
    'male',
    '1976-12-19',
    'Trưởng phòng Kinh tế',
    '01.003',
    9,
    4.98,
    'Kinh tế nông nghiệp',
  ],
  [
    'Đinh Công Hậu',
    'male',
    '1991-06-05',
    'Công chức Tiếp công dân',
    '01.003',
    3,
    3.0,
    'Quản lý nhà nước',
  ],
  ['Ngô Thị Út', 'female', '1980-10-15', 'Văn thư - Lưu trữ', '01.004', 7, 3.96, 'Lưu trữ học'],
  [
    'Lý Hoàng Ân',
    'male',
    '1997-02-27',
    'Công chức Công nghệ thông tin',
    '01.003',
    1,
    2.34,
    'Công nghệ thông tin',
  ],
  [
    'Cao Thị Bích Đào',
    'female',
    '1987-08-21',
    'Công chức Lao động - Việc làm',
    '01.003',
    4,
    3.33,
    'Quản trị nhân lực',
  ],
];

type Sensitive = readonly [religion: string, joinedOn?: string, officialOn?: string];

/** Of each of them, in the same order: religion (by its code), and when they joined the Party where they did. */
const sensitive: readonly Sensitive[] = [
  ['00', '2016-05-19', '2017-05-19'],
  ['05'],
  ['00', '2003-02-03', '2004-02-03'],
  ['02'],
  ['01', '2014-09', '2015-09'],
  ['00', '2007-12-22', '2008-12-22'],
  ['04'],
  ['00', '1999-08-25', '2000-08-25'],
  ['00', '2018-11-07'],
  ['03'],
  ['00'],
  ['01', '2013-03-26', '2014-03-26'],
];

const notes: Readonly<Record<number, string>> = {
  2: 'Ngày sinh ghi theo lý lịch gốc chỉ có năm; đang chờ trích lục khai sinh.',
  9: 'Hồ sơ giấy lưu tại tủ số 4, phòng Lưu trữ xã.',
};

function beliefAndParty(row: number): Pick<DossierContent, 'belief' | 'party'> {
  const [religion = '00', joinedOn, officialOn] = sensitive[row] ?? [];
  const official = officialOn === undefined ? {} : { officialOn };
  return {
    belief: { religion },
    party: joinedOn === undefined ? { member: false } : { member: true, joinedOn, ...official },
  };
}

/** Đồng Tháp's code, sex and century, year of birth, and a row number that no real number would have. */
function identityNumber(gender: 'male' | 'female', birthDate: string, row: number): string {
  return `087${gender === 'male' ? 0 : 1}${birthDate.slice(2, 4)}${String(990_000 + row)}`;
}

export const demoPeople: readonly DossierContent[] = lines.map(
  ([fullName, gender, birthDate, position, rankCode, step, coefficient, major], row) => {
    const birthYear = Number(birthDate.slice(0, 4));
    const facts = {
      fullName,
      gender,
      birthYear,
      position,
      rankCode,
      step,
      coefficient,
      major,
      row,
    };
    return {
      identity: {
        fullName,
        gender,
        birthDate,
        birthPlace: 'Xã Mỹ An, tỉnh Đồng Tháp',
        homeTown: 'Xã Mỹ An, tỉnh Đồng Tháp',
        ethnicity: '01',
        identityNumber: identityNumber(gender, birthDate, row),
      },
      employment: {
        category: 'cong-chuc',
        position,
        firstRecruitedOn: `${String(birthYear + 22)}-09-05`,
        recruitedBy: 'Ủy ban nhân dân huyện Tháp Mười',
      },
      pay: { rankCode, step, coefficient },
      education: { general: '12/12', highest: 'dai-hoc', major },
      ...lifeOf(facts),
      ...beliefAndParty(row),
      ...(notes[row] === undefined ? {} : { note: { text: notes[row] } }),
    };
  },
);
