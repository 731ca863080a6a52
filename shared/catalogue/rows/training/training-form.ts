/** How a training was followed (hình thức đào tạo). */
import { formItem, listing } from '../listing.ts';

export const trainingFormRows = [
  ...listing(
    { source: `Luật Giáo dục đại học 08/2012/QH13, Điều 6; ${formItem('32.1')}`, unverified: true },
    [
      ['chinh-quy', 'Chính quy', ['CQ', 'Tập trung', 'Chính quy tập trung', 'Dài hạn']],
      [
        'vua-lam-vua-hoc',
        'Vừa làm vừa học',
        ['VLVH', 'VHVL', 'Vừa học vừa làm', 'Không tập trung'],
      ],
      ['tu-xa', 'Đào tạo từ xa', ['Từ xa', 'TX', 'Trực tuyến']],
      ['lien-thong', 'Liên thông', ['LT']],
      ['van-bang-2', 'Văn bằng hai', ['Văn bằng 2', 'Bằng 2', 'VB2']],
      ['boi-duong', 'Bồi dưỡng', ['BD', 'Ngắn hạn', 'Tập huấn']],
      ['tu-hoc', 'Tự học có hướng dẫn', ['Tự học']],
    ],
  ),
  ...listing(
    {
      source:
        'Luật Giáo dục 11/1998/QH10 (tên gọi cũ); thay bằng vừa làm vừa học theo Luật Giáo dục 38/2005/QH11',
      validTo: '2005-12-31',
      unverified: true,
    },
    [
      ['tai-chuc', 'Tại chức', ['TC', 'Hệ tại chức'], { successor: 'vua-lam-vua-hoc' }],
      ['chuyen-tu', 'Chuyên tu', ['CT', 'Hệ chuyên tu'], { successor: 'vua-lam-vua-hoc' }],
      ['mo-rong', 'Mở rộng', ['Hệ mở rộng'], { successor: 'vua-lam-vua-hoc' }],
    ],
  ),
];
