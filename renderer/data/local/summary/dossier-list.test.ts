import { describe, expect, it } from 'vitest';
import { createDossierList } from './dossier-list.ts';
import type { SummaryCore } from './dossier-summary.ts';

const given = ['An', 'Bình', 'Cường', 'Đào', 'Diễm', 'Hường', 'Ngọc', 'Ẩn', 'Út', 'Ý'];
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Đỗ'];

function person(row: number, change: Partial<SummaryCore> = {}): SummaryCore {
  return {
    id: `dossier:${row}`,
    unit: row % 3 === 0 ? 'H20.81.11' : 'H20.81',
    fullName: `${family[row % family.length] ?? ''} Văn ${given[row % given.length] ?? ''}`,
    gender: 'male',
    birthDate: '1980',
    identityNumber: String(80_000_000_000 + row).padStart(12, '0'),
    position: 'Chuyên viên',
    rankCode: '01.003',
    rankName: 'Chuyên viên',
    step: 3,
    coefficient: 3,
    status: 'active',
    version: 1,
    updatedAtUtc: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}
const many = (count: number) => Array.from({ length: count }, (_, row) => person(row));
const page = { offset: 0, limit: 50 };

describe('the list of dossiers', () => {
  it('finds by name without marks, by number, by position, within a unit and below it', () => {
    const list = createDossierList();
    list.set([
      ...many(20),
      person(100, { fullName: 'Đặng Thị Hường', position: 'Kế toán trưởng' }),
    ]);
    expect(list.find({ ...page, text: 'dang huong' }).rows.map(({ id }) => id)).toEqual([
      'dossier:100',
    ]);
    expect(list.find({ ...page, text: '080000000007' }).total).toBe(1);
    expect(list.find({ ...page, text: 'ke toan' }).total).toBe(1);
    expect(list.find({ ...page, unit: 'H20.81.11' }).total).toBe(7);
    expect(list.find({ ...page, unit: 'H20.81' }).total).toBe(21);
    expect(list.find({ ...page, unit: 'H20.8' }).total).toBe(0);
  });

  it('stays sorted when single rows come, change and go', () => {
    const list = createDossierList();
    list.set(many(300));
    for (let row = 0; row < 40; row += 1)
      list.set([person(row, { fullName: `Lê Thị Ánh ${row}` })]);
    list.remove(['dossier:41', 'dossier:42', 'dossier:unknown']);
    const kept = list.find({ offset: 0, limit: 1000 });
    const fresh = createDossierList();
    fresh.set([...list.all()]);
    expect(kept.total).toBe(298);
    expect(kept.rows).toEqual(fresh.find({ offset: 0, limit: 1000 }).rows);
  });
});
