/** Levels of a language: the six-step frame, the certificates before it, and degrees. Scores are a field of their own. */
import { formItem, listing } from '../listing.ts';

const frame = 'Thông tư 01/2014/TT-BGDĐT (Khung năng lực ngoại ngữ 6 bậc)';

export const languageLevelRows = [
  ...listing({ source: frame, validFrom: '2014-03-16', unverified: true }, [
    ['bac-1', 'Bậc 1 (A1)', ['A1', 'Bậc 1']],
    ['bac-2', 'Bậc 2 (A2)', ['A2', 'Bậc 2']],
    ['bac-3', 'Bậc 3 (B1)', ['B1', 'Bậc 3']],
    ['bac-4', 'Bậc 4 (B2)', ['B2', 'Bậc 4']],
    ['bac-5', 'Bậc 5 (C1)', ['C1', 'Bậc 5']],
    ['bac-6', 'Bậc 6 (C2)', ['C2', 'Bậc 6']],
  ]),
  ...listing({ source: formItem('32.6'), unverified: true }, [
    ['chung-chi-quoc-te', 'Chứng chỉ quốc tế (có điểm số)', ['IELTS', 'TOEIC', 'TOEFL']],
    ['trung-cap', 'Trung cấp ngoại ngữ', ['Trung cấp']],
    ['cao-dang', 'Cao đẳng ngoại ngữ', ['Cao đẳng', 'CĐ']],
    ['dai-hoc', 'Đại học ngoại ngữ trở lên', ['Đại học', 'ĐH', 'Cử nhân', 'ĐH ngoại ngữ']],
    ['chung-chi-dan-toc', 'Chứng chỉ tiếng dân tộc', ['Chứng chỉ']],
    ['giao-tiep', 'Giao tiếp được (không có chứng chỉ)', ['Giao tiếp', 'Biết']],
  ]),
  ...listing(
    {
      source: 'QĐ 177/QĐ-TCBT năm 1993; thay bằng Khung 6 bậc theo Thông tư 20/2019/TT-BGDĐT',
      validTo: '2020-01-14',
      unverified: true,
    },
    [
      ['chung-chi-a', 'Chứng chỉ A', ['A', 'Trình độ A', 'CC A']],
      ['chung-chi-b', 'Chứng chỉ B', ['B', 'Trình độ B', 'CC B']],
      ['chung-chi-c', 'Chứng chỉ C', ['C', 'Trình độ C', 'CC C']],
    ],
  ),
];
