/**
 * Made-up dossiers and changes of a stated size. They depend on their number alone, so that each run and each
 * side of a comparison gets the same ones. Nobody here exists: no real number begins with 0879.
 */
import type { Change, PersonStamp } from '../../../shared/change/change.ts';
import { touchedPaths } from '../../../shared/change/merge-patch.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { DossierContent } from '../../../shared/dossier/content.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { ulidOf } from '../../helpers/sample-changes.ts';

const families = 'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles = 'Văn Thị Hữu Ngọc Thanh Minh Quốc Kim Hoàng Đức Thu Bích'.split(' ');
const givens = (
  'An Ân Ánh Bảo Bình Châu Chi Dung Dũng Đạt Đào Đức Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Hương Hường ' +
  'Khánh Lan Linh Long Mai Nam Nga Ngân Nguyệt Nhung Oanh Phúc Quân Sơn Tâm Thảo Trang Tuấn Út Vinh Xuân Ý Yến'
).split(' ');
const positions = ['Giáo viên', 'Kế toán', 'Văn thư - Lưu trữ', 'Phó Hiệu trưởng', 'Y sĩ'];

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

/** Steps prime to each other, so that names spread over all combinations. */
export const personName = (number: number): string =>
  `${pick(families, number * 7)} ${pick(middles, number * 11)} ${pick(givens, number * 13 + Math.floor(number / 97))}`;

export const identityNumber = (number: number): string => `0879${String(number).padStart(8, '0')}`;
export const dossierId = (number: number): string => `dossier:${ulidOf(number)}`;

const sentence = 'Hoàn thành tốt nhiệm vụ được giao, có tinh thần học hỏi và hợp tác. ';

function languages(number: number, count: number): DossierContent['languages'] {
  const rows = Array.from({ length: count }, (_, row) => [
    ulidOf(number * 100 + row),
    {
      language: 'Tiếng Anh',
      level: 'Bậc 3 khung năng lực ngoại ngữ 6 bậc',
      certificate: `Trường Đại học Đồng Tháp cấp năm ${2000 + row}`,
    },
  ]);
  return Object.fromEntries(rows) as DossierContent['languages'];
}

/** `weight` grows the parts that may grow: 0 is about 1 KB, 1 about 5 KB. */
export function dossierContent(number: number, weight: number): DossierContent {
  return {
    identity: {
      fullName: personName(number),
      gender: number % 2 === 0 ? 'male' : 'female',
      birthDate: `19${60 + (number % 39)}-0${1 + (number % 9)}-1${number % 9}`,
      birthPlace: 'Xã Mỹ An, tỉnh Đồng Tháp',
      homeTown: 'Xã Mỹ An, tỉnh Đồng Tháp',
      ethnicity: '01',
      identityNumber: identityNumber(number),
      identityIssuedOn: '2021-05-10',
    },
    contact: { phone: '0912 345 678', residence: 'Ấp 1, xã Mỹ An, tỉnh Đồng Tháp' },
    employment: {
      category: 'vien-chuc',
      position: pick(positions, number),
      positionSince: '2015-09',
      firstRecruitedOn: '2010-09-01',
      recruitedBy: 'UBND huyện',
    },
    pay: {
      rankCode: 'V.07.03.29',
      step: 1 + (number % 9),
      coefficient: 2.34,
      stepSince: '2024-01',
    },
    education: { general: '12/12', highest: 'dai-hoc', major: 'Giáo dục tiểu học' },
    ...(weight === 0
      ? {}
      : {
          languages: languages(number, 6),
          note: { text: sentence.repeat(Math.floor(1950 / sentence.length)) },
        }),
  };
}

/** About 10 KB with `full`: the content at its heaviest, and the applied changes of a working life. */
export function dossier(number: number, unit: string, size: 'full' | 'small'): Dossier {
  const content = dossierContent(number, size === 'full' ? 1 : 0);
  const paths = touchedPaths(content).slice(0, 8);
  const count = size === 'full' ? 15 : 1;
  const applied = Array.from({ length: count }, (_, row) => ({
    change: `change:${ulidOf(number * 1000 + row)}`,
    version: row + 1,
    paths: [...paths],
    approval: `approval:2026-0${1 + (row % 9)}:${ulidOf(row + 1)}`,
    approvedAtUtc: '2026-09-15T02:00:00.000Z',
  }));
  return {
    _id: dossierId(number),
    type: 'dossier',
    schema: 1,
    unit,
    version: count,
    status: 'active',
    content,
    applied,
    updatedAtUtc: '2026-09-15T02:00:00.000Z',
  };
}

interface ChangeInput {
  readonly number: number;
  readonly unit: string;
  readonly author: PersonStamp;
  /** Of the person and, for an amendment, of the dossier that stands. */
  readonly person: number;
  readonly atUtc: string;
}

function submitted(input: ChangeInput, kind: 'create' | 'amend', patch: JsonObject): Change {
  const { number, unit, author, person, atUtc } = input;
  return {
    _id: `change:${ulidOf(number)}`,
    type: 'change',
    schema: 1,
    unit,
    dossier: dossierId(person),
    kind,
    baseVersion: kind === 'create' ? 0 : 1,
    patch,
    paths: [...touchedPaths(patch)],
    evidence: [],
    personName: personName(person),
    author,
    authoredAtUtc: atUtc,
    clockFrom: '2026-10-01',
    state: 'submitted',
    history: [{ state: 'submitted', by: author, atUtc }],
  };
}

/** A whole new person: about 6 KB. */
export const createChange = (input: ChangeInput): Change =>
  submitted(input, 'create', dossierContent(input.person, 1));

/** What most changes are: a new step of pay and a remark; about 3 KB. */
export const amendChange = (input: ChangeInput): Change =>
  submitted(input, 'amend', {
    pay: { step: 10 + (input.number % 6), coefficient: 4.98, stepSince: '2026-10' },
    employment: { position: 'Tổ trưởng chuyên môn', positionSince: '2026-09' },
    note: { text: sentence.repeat(20) + String(input.number) },
  });
