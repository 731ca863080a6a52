/** Qualifications and training: items 19–22 and 32; group 5 of NĐ 27/2026/NĐ-CP, Điều 5. */
import { choice, date, text, year } from './field.ts';
import { section, table } from './section.ts';

export const education = section(
  { vi: 'Trình độ', en: 'Qualifications' },
  {
    general: text({
      vi: 'Giáo dục phổ thông',
      en: 'General education',
      item: '19',
      max: 20,
      need: 'always',
    }),
    highest: choice('education', {
      vi: 'Trình độ chuyên môn cao nhất',
      en: 'Highest qualification',
      item: '20',
      need: 'always',
    }),
    major: text({ vi: 'Chuyên ngành', en: 'Major', item: '20', need: 'conditional' }),
    academicTitle: choice('academicTitle', { vi: 'Học hàm', en: 'Academic title', item: '21' }),
    academicTitleYear: year({
      vi: 'Năm được phong học hàm',
      en: 'Academic title since',
      item: '21',
    }),
    stateHonour: choice('stateHonour', {
      vi: 'Danh hiệu nhà nước phong tặng',
      en: 'State honour',
      item: '22',
    }),
    politicalTheory: choice('politicalTheory', {
      vi: 'Lý luận chính trị',
      en: 'Political theory',
      item: '32.2',
    }),
    stateManagement: choice('stateManagement', {
      vi: 'Quản lý nhà nước',
      en: 'State management',
      item: '32.3',
    }),
    defenceTraining: choice('defenceTraining', {
      vi: 'Kiến thức quốc phòng, an ninh',
      en: 'Defence and security training',
      item: '32.4',
    }),
    informationTechnology: choice('informationTechnology', {
      vi: 'Tin học',
      en: 'Information technology',
      item: '32.5',
    }),
  },
);

const period = (item: string) =>
  ({
    from: date({ vi: 'Từ', en: 'From', item }),
    to: date({ vi: 'Đến', en: 'To', item }),
  }) as const;
const school = (item: string) =>
  text({ vi: 'Cơ sở đào tạo', en: 'School', item, max: 300, required: true });
const certificate = (item: string) => text({ vi: 'Văn bằng, chứng chỉ', en: 'Certificate', item });

/** From intermediate level (trung cấp) up. */
export const professionalTraining = table(
  { vi: 'Đào tạo chuyên môn (từ trung cấp trở lên)', en: 'Professional training', item: '32.1' },
  { named: ['school', 'major'], ordered: 'from' },
  {
    ...period('32.1'),
    school: school('32.1'),
    major: text({ vi: 'Chuyên ngành', en: 'Major', item: '32.1' }),
    form: choice('trainingForm', { vi: 'Hình thức', en: 'Form', item: '32.1' }),
    degree: choice('education', { vi: 'Văn bằng, trình độ', en: 'Degree', item: '32.1' }),
  },
);

export const politicalTraining = table(
  { vi: 'Đào tạo lý luận chính trị', en: 'Political theory training', item: '32.2' },
  { named: ['school'], ordered: 'from' },
  {
    ...period('32.2'),
    school: school('32.2'),
    form: choice('trainingForm', { vi: 'Hình thức', en: 'Form', item: '32.2' }),
    degree: choice('politicalTheory', { vi: 'Văn bằng được cấp', en: 'Level', item: '32.2' }),
  },
);

export const managementTraining = table(
  {
    vi: 'Bồi dưỡng quản lý nhà nước, chức danh nghề nghiệp, nghiệp vụ',
    en: 'State management and professional courses',
    item: '32.3',
  },
  { named: ['certificate', 'school'], ordered: 'from' },
  { ...period('32.3'), school: school('32.3'), certificate: certificate('32.3') },
);

export const defenceTraining = table(
  {
    vi: 'Bồi dưỡng kiến thức quốc phòng, an ninh',
    en: 'Defence and security courses',
    item: '32.4',
  },
  { named: ['school'], ordered: 'from' },
  {
    ...period('32.4'),
    school: school('32.4'),
    level: choice('defenceTraining', { vi: 'Đối tượng', en: 'Group', item: '32.4' }),
    certificate: certificate('32.4'),
  },
);

export const technologyTraining = table(
  { vi: 'Bồi dưỡng tin học', en: 'IT courses', item: '32.5' },
  { named: ['certificate', 'school'], ordered: 'from' },
  { ...period('32.5'), school: school('32.5'), certificate: certificate('32.5') },
);

export const languages = table(
  { vi: 'Ngoại ngữ, tiếng dân tộc', en: 'Languages', item: '32.6' },
  { named: ['language'], ordered: 'from' },
  {
    language: text({
      vi: 'Ngoại ngữ/tiếng dân tộc',
      en: 'Language',
      item: '32.6',
      max: 60,
      suggest: 'language',
      required: true,
    }),
    level: text({ vi: 'Trình độ', en: 'Level', item: '32.6', max: 60, suggest: 'languageLevel' }),
    certificate: text({ vi: 'Chứng chỉ', en: 'Certificate', item: '32.6', max: 120 }),
    score: text({ vi: 'Điểm số', en: 'Score', item: '32.6', max: 20 }),
    school: text({ vi: 'Cơ sở đào tạo', en: 'School', item: '32.6', max: 300 }),
    ...period('32.6'),
  },
);
