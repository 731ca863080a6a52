/** Recruitment, posts and movements: items 13, 14, 23–25, 28, 29, 33; groups 3, 4 and 6 of NĐ 27/2026/NĐ-CP, Điều 5. */
import { choice, date, integer, longText, money, text } from './field.ts';
import { section, table } from './section.ts';

/** The decision behind a row: its number, day and who issued it. */
export const decision = {
  decisionNumber: text({ vi: 'Số quyết định', en: 'Decision no.', max: 60 }),
  decidedOn: date({ vi: 'Ngày quyết định', en: 'Decided on' }),
  decidedBy: text({ vi: 'Cơ quan quyết định', en: 'Decided by' }),
} as const;

export const employment = section(
  { vi: 'Tuyển dụng và công tác', en: 'Recruitment and work' },
  {
    category: choice('category', { vi: 'Đối tượng', en: 'Category', need: 'always' }),
    status: choice('employmentStatus', { vi: 'Tình trạng công tác', en: 'Employment status' }),
    firstRecruitedOn: date({
      vi: 'Ngày được tuyển dụng lần đầu',
      en: 'First recruited on',
      item: '13',
      need: 'always',
    }),
    recruitedBy: text({
      vi: 'Cơ quan tuyển dụng',
      en: 'Recruited by',
      item: '13',
      need: 'always',
    }),
    joinedUnitOn: date({
      vi: 'Ngày vào cơ quan hiện nay',
      en: 'Joined this office on',
      item: '14',
      need: 'always',
    }),
    position: text({
      vi: 'Chức vụ, chức danh',
      en: 'Position, title',
      item: '23',
      suggest: 'position',
    }),
    positionSince: date({
      vi: 'Ngày bổ nhiệm',
      en: 'Appointed on',
      item: '23',
      need: 'conditional',
    }),
    reappointedOn: date({
      vi: 'Ngày bổ nhiệm lại, phê chuẩn nhiệm kỳ tiếp theo',
      en: 'Reappointed on',
      item: '23',
    }),
    concurrentPosition: text({
      vi: 'Chức vụ kiêm nhiệm',
      en: 'Concurrent position',
      item: '25',
      suggest: 'position',
    }),
    mainTask: text({
      vi: 'Công việc chính được giao',
      en: 'Main task',
      item: '28',
      max: 300,
      need: 'always',
    }),
    strength: text({ vi: 'Sở trường công tác', en: 'Strength at work', item: '29' }),
    longestJob: text({ vi: 'Công việc làm lâu nhất', en: 'Longest held job', item: '29' }),
  },
);

export const planning = table(
  { vi: 'Quy hoạch chức danh', en: 'Succession planning', item: '24' },
  { named: ['position', 'period'], ordered: 'decidedOn' },
  {
    position: text({
      vi: 'Chức danh quy hoạch',
      en: 'Planned position',
      item: '24',
      suggest: 'position',
      required: true,
    }),
    period: text({ vi: 'Giai đoạn', en: 'Period', item: '24', max: 40 }),
    ...decision,
  },
);

export const career = table(
  { vi: 'Quá trình công tác', en: 'Career', item: '33' },
  { named: ['unit'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '33', required: true }),
    to: date({ vi: 'Đến', en: 'To', item: '33' }),
    unit: text({
      vi: 'Đơn vị công tác',
      en: 'Unit',
      item: '33',
      max: 300,
      required: true,
    }),
    position: text({
      vi: 'Chức danh, chức vụ',
      en: 'Title, position',
      item: '33',
      suggest: 'position',
    }),
  },
);

export const appointments = table(
  { vi: 'Bổ nhiệm, bổ nhiệm lại, miễn nhiệm', en: 'Appointments' },
  { named: ['position'], ordered: 'from' },
  {
    kind: choice('appointmentKind', { vi: 'Hình thức', en: 'Kind', required: true }),
    position: text({ vi: 'Chức vụ', en: 'Position', suggest: 'position', required: true }),
    unit: text({ vi: 'Đơn vị', en: 'Unit' }),
    from: date({ vi: 'Từ ngày', en: 'From' }),
    to: date({ vi: 'Đến ngày (hết thời hạn)', en: 'To (term ends)' }),
    ...decision,
  },
);

export const movements = table(
  { vi: 'Điều động, luân chuyển, biệt phái', en: 'Transfers, rotations, secondments' },
  { named: ['kind', 'toUnit'], ordered: 'from' },
  {
    kind: choice('movementKind', { vi: 'Hình thức', en: 'Kind', required: true }),
    fromUnit: text({ vi: 'Từ đơn vị', en: 'From unit' }),
    toUnit: text({ vi: 'Đến đơn vị', en: 'To unit', required: true }),
    from: date({ vi: 'Từ ngày', en: 'From' }),
    to: date({ vi: 'Đến ngày', en: 'To' }),
    ...decision,
  },
);

/** NĐ 111/2022/NĐ-CP, NĐ 235/2026/NĐ-CP; contracts of viên chức: Luật 129/2025/QH15, Điều 20. */
export const contracts = table(
  { vi: 'Hợp đồng', en: 'Contracts' },
  { named: ['number'], ordered: 'signedOn' },
  {
    kind: choice('contractKind', { vi: 'Loại hợp đồng', en: 'Kind', required: true }),
    number: text({ vi: 'Số hợp đồng', en: 'Contract no.', max: 60 }),
    signedOn: date({ vi: 'Ngày ký', en: 'Signed on' }),
    work: text({ vi: 'Công việc, vị trí', en: 'Work, post', suggest: 'jobPosition' }),
    from: date({ vi: 'Từ ngày', en: 'From', required: true }),
    to: date({ vi: 'Đến ngày', en: 'To' }),
    amount: money({ vi: 'Tiền lương thỏa thuận', en: 'Agreed pay' }),
    fundingSource: choice('fundingSource', { vi: 'Nguồn kinh phí', en: 'Source of funds' }),
  },
);

export const probation = table(
  { vi: 'Tập sự, thử việc', en: 'Probation' },
  { named: ['from'], ordered: 'from' },
  {
    from: date({ vi: 'Từ ngày', en: 'From', required: true }),
    to: date({ vi: 'Đến ngày', en: 'To' }),
    percent: integer({ vi: 'Phần trăm hưởng lương', en: 'Share of pay', max: 100, unit: '%' }),
    supervisor: text({ vi: 'Người hướng dẫn', en: 'Supervisor', max: 120 }),
    result: text({ vi: 'Kết quả', en: 'Result' }),
    ...decision,
  },
);

export const trips = table(
  { vi: 'Đi nước ngoài', en: 'Trips abroad' },
  { named: ['country'], ordered: 'from' },
  {
    from: date({ vi: 'Từ ngày', en: 'From', required: true }),
    to: date({ vi: 'Đến ngày', en: 'To' }),
    country: text({ vi: 'Nước đến', en: 'Country', required: true }),
    purpose: text({ vi: 'Mục đích', en: 'Purpose', max: 300 }),
    funding: text({ vi: 'Kinh phí', en: 'Funding' }),
    ...decision,
  },
);

export const retirement = section(
  { vi: 'Nghỉ hưu', en: 'Retirement' },
  {
    kind: choice('retirementKind', { vi: 'Hình thức nghỉ', en: 'Kind' }),
    noticeNumber: text({ vi: 'Số thông báo nghỉ hưu', en: 'Notice no.', max: 60 }),
    noticedOn: date({ vi: 'Ngày thông báo', en: 'Notice of' }),
    effectiveOn: date({ vi: 'Ngày nghỉ', en: 'Retires on' }),
    ...decision,
  },
);

/** What stands at the head of the form. */
export const management = section(
  { vi: 'Quản lý hồ sơ', en: 'Management of the dossier' },
  {
    managingBody: text({ vi: 'Cơ quan quản lý', en: 'Managing body' }),
    employingBody: text({ vi: 'Cơ quan, đơn vị sử dụng', en: 'Employing body' }),
    dossierNumber: text({ vi: 'Số hiệu', en: 'Dossier no.', max: 40 }),
  },
);

export const remark = section(
  { vi: 'Nhận xét, đánh giá của cơ quan sử dụng', en: 'Remark of the employing body', item: '38' },
  { text: longText({ vi: 'Nhận xét, đánh giá', en: 'Remark', item: '38' }) },
);
