/** Who somebody is to the person: their own side, and the side of wife or husband (mục 36.1, 36.2). */
import type { KinshipRow } from '../../catalogue.ts';
import { formItem, listing, type Line } from '../listing.ts';

type Kin = Pick<KinshipRow, 'side'>;
type KinLine = readonly [code: string, label: string, aliases?: readonly string[]];

const ofSide = (side: Kin['side'], lines: readonly KinLine[]): readonly Line<Kin>[] =>
  lines.map(([code, label, aliases]) => [code, label, aliases, { side }]);

export const kinshipRows: readonly KinshipRow[] = [
  ...listing(
    { source: formItem('36.1'), unverified: true },
    ofSide('own', [
      ['cha', 'Cha đẻ', ['Cha', 'Bố', 'Bố đẻ', 'Ba']],
      ['me', 'Mẹ đẻ', ['Mẹ', 'Má']],
      ['cha-nuoi', 'Cha nuôi', ['Bố nuôi']],
      ['me-nuoi', 'Mẹ nuôi'],
      ['cha-duong', 'Cha dượng', ['Bố dượng']],
      ['me-ke', 'Mẹ kế'],
      ['vo', 'Vợ'],
      ['chong', 'Chồng'],
      ['con-trai', 'Con trai'],
      ['con-gai', 'Con gái'],
      ['con', 'Con đẻ', ['Con', 'Con ruột']],
      ['con-nuoi', 'Con nuôi'],
      ['con-rieng', 'Con riêng của vợ (chồng)', ['Con riêng']],
      ['anh', 'Anh ruột', ['Anh', 'Anh trai']],
      ['chi', 'Chị ruột', ['Chị', 'Chị gái']],
      ['em', 'Em ruột', ['Em']],
      ['em-trai', 'Em trai'],
      ['em-gai', 'Em gái'],
      ['ong-noi', 'Ông nội'],
      ['ba-noi', 'Bà nội'],
      ['ong-ngoai', 'Ông ngoại'],
      ['ba-ngoai', 'Bà ngoại'],
      ['nguoi-nuoi-duong', 'Người nuôi dưỡng', ['Người giám hộ']],
    ]),
  ),
  ...listing(
    { source: formItem('36.2'), unverified: true },
    ofSide('spouse', [
      ['cha-vo-chong', 'Cha vợ (chồng)', ['Cha vợ', 'Cha chồng', 'Bố vợ', 'Bố chồng']],
      ['me-vo-chong', 'Mẹ vợ (chồng)', ['Mẹ vợ', 'Mẹ chồng']],
      ['anh-vo-chong', 'Anh vợ (chồng)', ['Anh vợ', 'Anh chồng']],
      ['chi-vo-chong', 'Chị vợ (chồng)', ['Chị vợ', 'Chị chồng']],
      ['em-vo-chong', 'Em vợ (chồng)', ['Em vợ', 'Em chồng']],
    ]),
  ),
];
