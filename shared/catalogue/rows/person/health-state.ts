/** State of health as the yearly examination names it, the best first. */
import { formItem, listing } from '../listing.ts';

export const healthStateRows = [
  ...listing(
    {
      source: `${formItem('31')}; QĐ 1613/BYT-QĐ ngày 15/8/1997 (phân loại I–V)`,
      unverified: true,
    },
    [
      ['loai-1', 'Loại I (rất khỏe)', ['Loại I', 'I', 'Loại 1', 'Rất khỏe', 'Rất tốt']],
      ['loai-2', 'Loại II (khỏe)', ['Loại II', 'II', 'Loại 2', 'Khỏe', 'Khoẻ']],
      ['loai-3', 'Loại III (trung bình)', ['Loại III', 'III', 'Loại 3']],
      ['loai-4', 'Loại IV (yếu)', ['Loại IV', 'IV', 'Loại 4']],
      ['loai-5', 'Loại V (rất yếu)', ['Loại V', 'V', 'Loại 5', 'Rất yếu']],
    ],
  ),
  ...listing({ source: formItem('31'), unverified: true }, [
    ['tot', 'Tốt', ['Bình thường', 'Sức khỏe tốt']],
    ['kha', 'Khá'],
    ['trung-binh', 'Trung bình', ['TB']],
    ['yeu', 'Yếu', ['Kém']],
  ]),
];
