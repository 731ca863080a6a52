/** Made-up units, people and changes for screens. Nobody here exists; identity numbers end in a running number. */
import type { JsonObject } from '../../shared/canonical/json.ts';
import type { Change, ChangeState, PersonStamp } from '../../shared/change/change.ts';
import { foldChange } from '../../shared/change/fold.ts';
import { saltsFor } from '../../shared/change/masking.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import { moveChange } from '../../shared/change/transitions.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import type { Unit } from '../../shared/unit/unit.ts';
import { fullPerson } from './full-person.ts';
import { ulidOf } from './sample-changes.ts';

export const fakeClerk: PersonStamp = { account: 'vanthu.myan', name: 'Lê Thị Ngọc Ánh' };
export const fakeSecondClerk: PersonStamp = { account: 'vanthu.xa', name: 'Trần Văn Mười' };
export const fakeHead: PersonStamp = { account: 'thutruong.myan', name: 'Nguyễn Hữu Đức' };

const unit = (code: string, name: string, kind: Unit['kind'], parent: string | null): Unit => ({
  _id: `unit:${code}`,
  type: 'unit',
  code,
  name,
  kind,
  parent,
  validFrom: '2025-07-01',
});

export const fakeUnits: readonly Unit[] = [
  unit('H20.81', 'Ủy ban nhân dân xã Mỹ An Hưng', 'commune', 'H20'),
  unit('H20.81.11', 'Trường Mầm non Hoa Sen', 'school', 'H20.81'),
  unit('H20.81.12', 'Trường Tiểu học Mỹ An Hưng 1', 'school', 'H20.81'),
  unit('H20.81.13', 'Trường Trung học cơ sở Nguyễn Thị Lựu', 'school', 'H20.81'),
];

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Đặng', 'Võ', 'Bùi', 'Đỗ', 'Ngô'];
const middles = ['Thị', 'Văn', 'Thị Ngọc', 'Hữu', 'Thị Kim', 'Minh', 'Thị Hồng', 'Quốc'];
const givens = ['Ánh', 'Bảo', 'Châu', 'Diễm', 'Đức', 'Giang', 'Hương', 'Khoa', 'Lựu', 'Nguyệt'];
const jobs = [
  ['Giáo viên', 'V.07.02.26', 2.1],
  ['Giáo viên, tổ trưởng chuyên môn', 'V.07.03.29', 2.34],
  ['Hiệu trưởng', 'V.07.03.28', 4],
  ['Văn thư', '01.003', 2.34],
] as const;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const digits = (number: number, width: number) => String(number).padStart(width, '0');

const wholeDossier = 4;

export function fakePerson(number: number): JsonObject {
  const female = number % 2 === 0;
  const [position, rankCode, start] = at(jobs, number);
  const step = 1 + (number % 6);
  const year = 1968 + (number % 30);
  const month = digits(1 + (number % 12), 2);
  const full = `${String(year)}-${month}-${digits(1 + (number % 27), 2)}`;
  return {
    // One of them has every item of the form filled, so that screens show whole tables, too.
    ...(number === wholeDossier ? fullPerson : {}),
    identity: {
      fullName: `${at(families, number * 7)} ${at(middles, number * 2 + (female ? 0 : 1))} ${at(givens, number * 3)}`,
      gender: female ? 'female' : 'male',
      birthDate: number % 9 === 4 ? String(year) : number % 7 === 3 ? full.slice(0, 7) : full,
      birthPlace: 'Xã Mỹ An Hưng, tỉnh Đồng Tháp',
      homeTown: 'Xã Mỹ An Hưng, tỉnh Đồng Tháp',
      ethnicity: '01',
      identityNumber: `0870${String(year).slice(2)}${digits(number, 6)}`,
    },
    belief: { religion: number % 5 === 0 ? '01' : '00' },
    contact: { phone: `0912 345 ${digits(number, 3)}`, residence: 'Ấp An Thuận, xã Mỹ An Hưng' },
    ...(number % 3 === 0
      ? { party: { member: true, joinedOn: `${String(year + 27)}-02-03` } }
      : { party: { member: false } }),
    employment: {
      category: 'vien-chuc',
      position,
      firstRecruitedOn: `${String(year + 23)}-09-05`,
      recruitedBy: 'Ủy ban nhân dân huyện Lấp Vò',
    },
    pay: {
      rankCode,
      rankSince: '2021-03-20',
      step,
      coefficient: Math.round((start + (step - 1) * 0.33) * 100) / 100,
      stepSince: `20${digits(20 + (number % 6), 2)}-${month}-01`,
    },
    education: { general: '12/12', highest: 'dai-hoc', major: 'Giáo dục mầm non' },
    ...(number % 4 === 0
      ? { languages: { [ulidOf(7)]: { language: 'Tiếng Anh', level: 'B1', certificate: 'VSTEP' } } }
      : {}),
  };
}

const nameOf = (person: JsonObject) => (person.identity as { fullName: string }).fullName;

interface ChangeInput {
  readonly number: number;
  readonly dossier: string;
  readonly unit: string;
  readonly kind: Change['kind'];
  readonly patch: JsonObject;
  readonly personName: string;
  readonly atUtc: string;
  readonly clockFrom: string;
  readonly author?: PersonStamp;
  readonly steps?: readonly (readonly [ChangeState, PersonStamp, string, string?])[];
}

export function fakeChange(input: ChangeInput): Change {
  const salts = saltsFor(input.patch, () => input.number.toString(16).padStart(32, '0'));
  const submitted: Change = {
    _id: `change:${ulidOf(input.number)}`,
    type: 'change',
    schema: 1,
    unit: input.unit,
    dossier: input.dossier,
    kind: input.kind,
    baseVersion: input.kind === 'create' ? 0 : 1,
    patch: input.patch,
    ...(salts ? { salts } : {}),
    paths: [...touchedPaths(input.patch)],
    evidence: [],
    personName: input.personName,
    author: input.author ?? fakeClerk,
    authoredAtUtc: input.atUtc,
    clockFrom: input.clockFrom,
    state: 'submitted',
    history: [{ state: 'submitted', by: input.author ?? fakeClerk, atUtc: input.atUtc }],
    receivedAtUtc: input.atUtc,
  };
  return (input.steps ?? []).reduce(
    (change, [state, by, atUtc, reason]) => moveChange(change, state, by, atUtc, reason),
    submitted,
  );
}

/** A person whose first change was approved on 28 October 2026. */
export function fakeDossier(number: number): {
  readonly dossier: Dossier;
  readonly create: Change;
} {
  const person = fakePerson(number);
  const unitCode = at(fakeUnits, 1 + (number % 3)).code;
  const create = fakeChange({
    number: 1000 + number,
    dossier: `dossier:${ulidOf(number)}`,
    unit: unitCode,
    kind: 'create',
    patch: person,
    personName: nameOf(person),
    atUtc: '2026-10-12T02:10:00.000Z',
    clockFrom: '2026-10-12',
    steps: [
      ['verified', fakeClerk, '2026-10-13T03:00:00.000Z'],
      ['approved', fakeHead, '2026-10-28T08:30:00.000Z'],
    ],
  });
  const stamp = { approval: fakeApprovalId, atUtc: '2026-10-28T08:30:00.000Z' };
  const folded = foldChange(null, create, stamp);
  if (folded.outcome !== 'applied') throw new Error(JSON.stringify(folded));
  return { dossier: folded.dossier, create: { ...create, approval: fakeApprovalId } };
}

export const fakeApprovalId = `approval:2026-10:${ulidOf(900)}`;
