import { describe, expect, it } from 'vitest';
import { grid } from '../../../test/integration/import/made-up-list.ts';
import { meaningOf } from './column-rules.ts';
import type { CellValue } from './grid.ts';
import { findHeader } from './header.ts';

const meanings = (found: ReturnType<typeof findHeader>) =>
  found?.columns.map(({ letter, meaning }) => `${letter}:${meaning ?? 'unknown'}`);

const titles: readonly (readonly CellValue[])[] = [
  ['UBND XÃ MỸ AN'],
  [],
  ['DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG'],
];
const parents = [
  'STT',
  'Họ và tên',
  'Ngày, tháng, năm sinh',
  null,
  'Lương hiện hưởng',
  null,
  'Ghi chú',
];
const children = [null, null, 'Nam', 'Nữ', 'Bậc', 'Hệ số', null];
const expected = [
  'A:ordinal',
  'B:identity.fullName',
  'C:maleBirthDate',
  'D:femaleBirthDate',
  'E:pay.step',
  'F:pay.coefficient',
  'G:note.text',
];

describe('the header of a list', () => {
  it('is found under titles, over two merged rows', () => {
    const merges = [
      { top: 2, left: 0, bottom: 2, right: 6 },
      ...[0, 1, 6].map((column) => ({ top: 3, left: column, bottom: 4, right: column })),
      { top: 3, left: 2, bottom: 3, right: 3 },
      { top: 3, left: 4, bottom: 3, right: 5 },
    ];
    const found = findHeader(grid([...titles, parents, children, [1, 'A']], merges));
    expect(found).toMatchObject({ first: 3, last: 4 });
    expect(meanings(found)).toEqual(expected);
    expect(found?.columns[2]?.label).toBe('Ngày, tháng, năm sinh / Nam');
  });

  it('is found over two rows when the program that wrote the file lost the merges', () => {
    const found = findHeader(
      grid([...titles, parents, children, [1, 'Trần Thị Mẫu', null, '1985']]),
    );
    expect(found).toMatchObject({ first: 3, last: 4 });
    expect(meanings(found)).toEqual(expected);
  });

  it('is found when the name stands in the lower of two rows', () => {
    const upper = [null, null, 'Ngày sinh', null, 'Lương', null, null];
    const lower = ['TT', 'Họ tên', 'Nam', 'Nữ', 'Bậc', 'Hệ số', 'Ghi chú'];
    const found = findHeader(grid([upper, lower, [1, 'Trần Thị Mẫu', null, '1985']]));
    expect(found).toMatchObject({ first: 0, last: 1 });
    expect(meanings(found)).toEqual(expected);
  });

  it('is one row when the next row is a person or a group', () => {
    const header = ['TT', 'Họ tên khai sinh', 'Giới tính', 'Ngày sinh', 'Số định danh cá nhân'];
    expect(findHeader(grid([header, [1, 'Trần Thị Mẫu', 'Nữ', '1985']]))).toMatchObject({
      last: 0,
    });
    expect(findHeader(grid([header, ['BAN GIÁM HIỆU'], [1, 'Trần Thị Mẫu']]))).toMatchObject({
      last: 0,
    });
  });

  it('is none where a text only speaks of names', () => {
    expect(findHeader(grid([['Họ và tên'], ['Điền họ và tên vào cột B']]))).toBeNull();
    expect(findHeader(grid([]))).toBeNull();
  });
});

describe('what a label means', () => {
  it.each([
    [['Số CCCD'], 'identity.identityNumber'],
    [['Số định danh cá nhân'], 'identity.identityNumber'],
    [['CCCD/CMND'], 'identity.identityNumber'],
    [['Ngày cấp CCCD'], 'identity.identityIssuedOn'],
    [['HỌ VÀ TÊN'], 'identity.fullName'],
    [['Họ, chữ đệm và tên khai sinh'], 'identity.fullName'],
    [['Năm sinh'], 'identity.birthDate'],
    [['Ngày sinh', 'Nam'], 'maleBirthDate'],
    [['Ngày sinh', 'Năm'], 'birthYear'],
    [['Giới tính', 'Nam'], 'maleMark'],
    [['Năm'], null],
    [['Ngạch/Chức danh nghề nghiệp', 'Mã số'], 'pay.rankCode'],
    [['Ngạch/Chức danh nghề nghiệp', 'Tên'], 'rankName'],
    [['Ngân hàng', 'Mã số'], null],
    [['Chức vụ, chức danh'], 'employment.position'],
    [['Chức danh nghề nghiệp'], 'pay.rankCode'],
    [['Lương hiện hưởng', 'VK (%)'], 'pay.beyondScalePercent'],
    [['Lương hiện hưởng', 'Mốc tính nâng lương lần sau'], 'pay.stepSince'],
    [['Ngày hưởng'], 'pay.stepSince'],
    [['Trình độ', 'Chuyên môn'], 'education.highest'],
    [['Trình độ', 'LLCT'], 'education.politicalTheory'],
    [['Trình độ lý luận chính trị'], 'education.politicalTheory'],
    [['Ngày vào Đảng'], 'party.joinedOn'],
    [['Ngày vào Đảng', 'Chính thức'], 'party.officialOn'],
    [['Đảng viên'], 'party.member'],
    [['Ngày tuyển dụng'], 'employment.firstRecruitedOn'],
    [['Số sổ BHXH'], 'identity.socialInsuranceNumber'],
    [['Số tài khoản'], null],
    [['Họ và tên vợ/chồng'], null],
  ] as const)('%j is %s', (labels, meaning) => {
    expect(meaningOf(labels)).toBe(meaning);
  });
});
