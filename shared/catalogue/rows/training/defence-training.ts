/** Training in defence and security (kiến thức quốc phòng và an ninh), by the group a person belongs to. */
import { formItem, listing } from '../listing.ts';

export const defenceTrainingRows = listing(
  {
    source: `Luật Giáo dục quốc phòng và an ninh 30/2013/QH13; ${formItem('32.4')}`,
    unverified: true,
  },
  [
    ['chua-qua', 'Chưa qua bồi dưỡng', ['Chưa', 'Chưa qua', 'Không', 'Chưa có']],
    ['doi-tuong-1', 'Đối tượng 1', ['ĐT1', 'ĐT 1', '1', 'QPAN đối tượng 1']],
    ['doi-tuong-2', 'Đối tượng 2', ['ĐT2', '2', 'QPAN đối tượng 2']],
    ['doi-tuong-3', 'Đối tượng 3', ['ĐT3', '3', 'QPAN đối tượng 3']],
    ['doi-tuong-4', 'Đối tượng 4', ['ĐT4', '4', 'QPAN đối tượng 4']],
    ['doi-tuong-5', 'Đối tượng 5 (cách xếp cũ)', ['Đối tượng 5', 'ĐT5', '5']],
  ],
);
