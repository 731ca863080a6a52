/** Groups that the State owes something (đối tượng chính sách). */
import { formItem, listing } from '../listing.ts';

const law = 'Pháp lệnh Ưu đãi người có công với cách mạng 02/2020/UBTVQH14, Điều 3';
const unverified = true;

export const policyGroupRows = [
  ...listing({ source: law, unverified }, [
    ['thuong-binh-1-4', 'Thương binh hạng 1/4', ['Thương binh loại 1/4', 'TB 1/4', '1/4']],
    ['thuong-binh-2-4', 'Thương binh hạng 2/4', ['Thương binh loại 2/4', 'TB 2/4', '2/4']],
    ['thuong-binh-3-4', 'Thương binh hạng 3/4', ['Thương binh loại 3/4', 'TB 3/4', '3/4']],
    ['thuong-binh-4-4', 'Thương binh hạng 4/4', ['Thương binh loại 4/4', 'TB 4/4', '4/4']],
    ['thuong-binh', 'Thương binh (chưa rõ hạng)', ['Thương binh', 'TB']],
    ['nhu-thuong-binh', 'Người hưởng chính sách như thương binh', ['Như thương binh']],
    ['benh-binh', 'Bệnh binh', ['BB']],
    ['con-liet-si', 'Con liệt sĩ', ['Con liệt sỹ', 'Con LS', 'CLS']],
    ['vo-chong-liet-si', 'Vợ (chồng) liệt sĩ', ['Vợ liệt sĩ', 'Chồng liệt sĩ', 'Vợ liệt sỹ']],
    ['con-thuong-binh', 'Con thương binh', ['Con TB', 'CTB']],
    ['con-benh-binh', 'Con bệnh binh', ['Con BB', 'CBB']],
    ['anh-hung-llvt', 'Anh hùng lực lượng vũ trang nhân dân', ['Anh hùng LLVT', 'AHLLVT']],
    ['anh-hung-lao-dong', 'Anh hùng Lao động', ['AHLĐ']],
    ['me-vnah', 'Bà mẹ Việt Nam anh hùng', ['Mẹ VNAH', 'Bà mẹ VNAH']],
    ['con-anh-hung', 'Con của Anh hùng', ['Con Anh hùng LLVT', 'Con Anh hùng Lao động']],
    ['chat-doc-hoa-hoc', 'Người nhiễm chất độc hóa học', ['Nhiễm CĐHH', 'Nhiễm chất độc da cam']],
    [
      'con-chat-doc-hoa-hoc',
      'Con của người nhiễm chất độc hóa học',
      ['Con người nhiễm CĐHH', 'Con nạn nhân chất độc da cam'],
    ],
    ['tu-day', 'Người bị địch bắt tù, đày', ['Tù đày']],
    ['khang-chien', 'Người hoạt động kháng chiến', ['Hoạt động kháng chiến']],
    ['co-cong', 'Người có công giúp đỡ cách mạng'],
    ['gia-dinh-co-cong', 'Con gia đình có công với cách mạng', ['Gia đình có công', 'GĐCC']],
  ]),
  ...listing({ source: formItem('18'), unverified }, [
    ['dan-toc-thieu-so', 'Người dân tộc thiểu số', ['Dân tộc thiểu số', 'DTTS']],
    ['khuyet-tat', 'Người khuyết tật', ['Khuyết tật']],
    ['xuat-ngu', 'Bộ đội, công an xuất ngũ', ['Bộ đội xuất ngũ', 'Xuất ngũ']],
    ['doi-tuong-khac', 'Đối tượng chính sách khác', ['Khác']],
    ['khong', 'Không thuộc đối tượng chính sách', ['Không', 'Không có']],
  ]),
];
