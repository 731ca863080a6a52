/**
 * What the demo's dossiers say beyond name, post and pay: training, career, family, health. Made up from the few facts
 * of each person, always the same, so that the first look finds whole dossiers and tests know what must stay hidden.
 */
import type { DossierContent } from '../../../shared/dossier/content.ts';

export interface LifeFacts {
  readonly fullName: string;
  readonly gender: 'male' | 'female';
  readonly birthYear: number;
  readonly position: string;
  readonly rankCode: string;
  readonly step: number;
  readonly coefficient: number;
  readonly major: string;
  /** Number of the person in the list, from 0. */
  readonly row: number;
}

const schools = [
  'Trường Đại học Đồng Tháp',
  'Trường Đại học Cần Thơ',
  'Học viện Hành chính Quốc gia',
  'Trường Đại học Luật Thành phố Hồ Chí Minh',
] as const;
const hamlets = ['Ấp An Bình', 'Ấp Mỹ Thạnh', 'Ấp Tân Lợi', 'Ấp Phú Điền'] as const;
const fathers = ['Văn Tám', 'Văn Chín', 'Hữu Nghĩa', 'Thanh Phong'] as const;
const mothers = ['Thị Bảy', 'Thị Lành', 'Thị Kim Sa', 'Ngọc Ẩn'] as const;
const mothersFamilies = ['Phùng', 'Tạ', 'Khổng', 'Mạc'] as const;

const at = <T>(list: readonly [T, ...T[]], index: number): T =>
  list[index % list.length] ?? list[0];

const familyName = (fullName: string) => fullName.split(' ')[0] ?? '';
/** Ended studies at 22, was recruited in the autumn after. */
const recruitedIn = ({ birthYear }: LifeFacts) => birthYear + 22;

function home({ row }: LifeFacts): string {
  return `Số ${String(3 + row * 7)}, ${at(hamlets, row)}, xã Mỹ An, tỉnh Đồng Tháp`;
}

function training(facts: LifeFacts): NonNullable<DossierContent['professionalTraining']> {
  const ended = recruitedIn(facts);
  return {
    'dai-hoc': {
      from: `${String(ended - 4)}-09`,
      to: `${String(ended)}-06`,
      school: at(schools, facts.row),
      major: facts.major,
      form: 'chinh-quy',
      degree: 'dai-hoc',
    },
  };
}

function career(facts: LifeFacts): NonNullable<DossierContent['career']> {
  const began = recruitedIn(facts);
  return {
    'cong-tac-1': {
      from: `${String(began)}-09`,
      to: `${String(began + 5)}-08`,
      unit: 'Ủy ban nhân dân xã Mỹ An, huyện Tháp Mười, tỉnh Đồng Tháp',
      position: 'Nhân viên hợp đồng',
    },
    'cong-tac-2': {
      from: `${String(began + 5)}-09`,
      unit: 'Ủy ban nhân dân xã Mỹ An',
      position: facts.position,
    },
  };
}

function family(facts: LifeFacts): NonNullable<DossierContent['ownFamily']> {
  const homeTown = 'Xã Mỹ An, tỉnh Đồng Tháp';
  return {
    cha: {
      relation: 'cha',
      fullName: `${familyName(facts.fullName)} ${at(fathers, facts.row)}`,
      birthYear: facts.birthYear - 28,
      homeTown,
      occupation: 'Nông dân',
      residence: home(facts),
      abroad: false,
    },
    me: {
      relation: 'me',
      fullName: `${at(mothersFamilies, facts.row)} ${at(mothers, facts.row + 1)}`,
      birthYear: facts.birthYear - 25,
      homeTown,
      occupation: 'Nội trợ',
      residence: home(facts),
      abroad: false,
    },
  };
}

/** The sections of one person's dossier beside identity, post, pay and education. */
export function lifeOf(facts: LifeFacts): Partial<DossierContent> {
  const { row, rankCode, step, coefficient } = facts;
  return {
    contact: {
      phone: `0939 ${String(120 + row)} ${String(405 + row * 3)}`,
      residence: home(facts),
      residenceProvince: '82',
    },
    origin: { familyOrigin: 'nong-dan', priorJob: 'Sinh viên' },
    health: { state: 'loai-2', heightCm: 155 + row, weightKg: 50 + row, bloodType: 'O-duong' },
    professionalTraining: training(facts),
    career: career(facts),
    history: { arrested: 'Không' },
    ownFamily: family(facts),
    payHistory: { hien: { from: '2024-09', rankCode, step, coefficient } },
    evaluations: { '2025': { year: 2025, grade: row % 4 === 0 ? 'xuat-sac' : 'tot' } },
  };
}
