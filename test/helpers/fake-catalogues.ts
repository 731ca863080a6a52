/** Code lists with a few edits of the department, in memory, for screenshots. Edits are judged as the centre does. */
import type { CataloguePort } from '../../renderer/data/port/catalogues.ts';
import type { SessionAccount } from '../../shared/account/account.ts';
import { admitEdit, applyEdits } from '../../shared/catalogue/apply-edits.ts';
import {
  catalogueId,
  setCatalogueEdits,
  type CatalogueDocument,
  type CatalogueName,
  type RowEdit,
} from '../../shared/catalogue/index.ts';
import { builtInRows } from '../../shared/catalogue/rows/built-in.ts';
import { done, failed } from '../../shared/errors/index.ts';

const by = { account: 'sonoivu', name: 'Trần Thị Thu Hương' };

const earlier: readonly (readonly [reason: string, atUtc: string, edit: RowEdit])[] = [
  [
    'Văn phòng tỉnh có thêm chức danh theo đề án sắp xếp tổ chức năm 2026',
    '2026-10-12T03:20:00.000Z',
    {
      kind: 'add',
      code: 'gd-tt-chuyen-doi-so',
      row: {
        label: 'Giám đốc Trung tâm Chuyển đổi số',
        aliases: ['GĐ TT CĐS'],
        validFrom: '2026-10-01',
        source: 'QĐ 1520/QĐ-UBND ngày 28/9/2026',
        trait: null,
      },
    },
  ],
  [
    'Thống nhất cách gọi với báo cáo của Bộ',
    '2026-11-03T08:05:00.000Z',
    { kind: 'amend', code: 'truong-khoa', set: { label: 'Trưởng khoa, trưởng đơn nguyên' } },
  ],
];

const edited = (name: CatalogueName, edits: CatalogueDocument['edits']): CatalogueDocument => ({
  _id: catalogueId(name),
  type: 'catalogue',
  name,
  version: edits.length,
  edits,
});

export function fakeCatalogues(account: SessionAccount): CataloguePort {
  const first = earlier.map(([reason, atUtc, edit]) => ({ reason, atUtc, edit, by }));
  const documents = new Map<CatalogueName, CatalogueDocument>([
    ['position', edited('position', first)],
  ]);
  setCatalogueEdits(documents.values());
  return {
    documents: () => Promise.resolve([...documents.values()]),
    edit: (name, { assumedVersion, edit, reason }) => {
      const edits = documents.get(name)?.edits ?? [];
      if (edits.length !== assumedVersion)
        return Promise.resolve(failed('CATALOGUE_EDITED_MEANWHILE'));
      const rows = applyEdits(
        name,
        builtInRows[name],
        edits.map((each) => each.edit),
      );
      const admitted = admitEdit(name, rows, edit);
      if (!admitted.ok) return Promise.resolve(admitted);
      const stamp = { account: account.account, name: account.name };
      const entry = { edit, reason, by: stamp, atUtc: new Date().toISOString() };
      const next = edited(name, [...edits, entry]);
      documents.set(name, next);
      setCatalogueEdits(documents.values());
      return Promise.resolve(done(next));
    },
  };
}
