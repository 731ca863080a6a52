/** Who the person is: items 1–12, 18 and 31 of the “Sơ yếu lý lịch” (Thông tư 06/2023/TT-BNV). */
import { z } from 'zod';
import { choice, date, formed, genderOf, integer, longText, text, wholeDate } from './field.ts';
import { section } from './section.ts';

/** Số định danh cá nhân: 12 digits (Luật Căn cước 2023, Điều 12). */
export const identityNumberPattern = /^\d{12}$/;
const identityNumberSchema = z
  .string()
  .regex(identityNumberPattern, 'Số định danh phải có 12 chữ số');

export const identity = section(
  { vi: 'Thông tin cá nhân', en: 'Personal details' },
  {
    fullName: text({
      vi: 'Họ và tên khai sinh',
      en: 'Full name at birth',
      item: '1',
      max: 120,
      required: true,
    }),
    otherName: text({ vi: 'Tên gọi khác', en: 'Other name', item: '2', max: 120 }),
    gender: genderOf({ vi: 'Giới tính', en: 'Gender', item: '1', required: true }),
    birthDate: date({ vi: 'Ngày sinh', en: 'Date of birth', item: '3', required: true }),
    birthPlace: text({
      vi: 'Nơi sinh',
      en: 'Place of birth',
      item: '4',
      max: 300,
      need: 'always',
    }),
    birthProvince: choice('province', {
      vi: 'Nơi sinh: tỉnh, thành phố',
      en: 'Province of birth',
      item: '4',
    }),
    homeTown: text({ vi: 'Quê quán', en: 'Home town', item: '5', max: 300, need: 'always' }),
    homeProvince: choice('province', {
      vi: 'Quê quán: tỉnh, thành phố',
      en: 'Home province',
      item: '5',
    }),
    ethnicity: choice('ethnicity', {
      vi: 'Dân tộc',
      en: 'Ethnic group',
      item: '6',
      need: 'always',
    }),
    identityNumber: formed('digits', identityNumberSchema, {
      vi: 'Số định danh cá nhân/CCCD',
      en: 'Personal identity number',
      item: '8',
      required: true,
    }),
    identityIssuedOn: wholeDate({
      vi: 'Ngày cấp CCCD',
      en: 'Identity card issued on',
      item: '8',
      need: 'always',
    }),
    oldIdentityNumber: formed(
      'digits',
      z.string().regex(/^\d{9}$/, 'Số chứng minh nhân dân cũ có 9 chữ số'),
      { vi: 'Số chứng minh nhân dân cũ', en: 'Former identity card number' },
    ),
    socialInsuranceNumber: formed(
      'digits',
      z.string().regex(/^\d{10}$/, 'Số BHXH phải có 10 chữ số'),
      { vi: 'Số BHXH', en: 'Social insurance number', item: '9', need: 'always' },
    ),
    healthInsuranceNumber: formed(
      'text',
      z.string().regex(/^([A-Z]{2}\d{13}|\d{10})$/, 'Số thẻ BHYT có 15 ký tự hoặc 10 chữ số'),
      { vi: 'Số thẻ BHYT', en: 'Health insurance card', item: '9' },
    ),
  },
);

export const belief = section(
  { vi: 'Tôn giáo', en: 'Religion', sensitive: true },
  { religion: choice('religion', { vi: 'Tôn giáo', en: 'Religion', item: '7', need: 'always' }) },
);

export const contact = section(
  { vi: 'Liên hệ', en: 'Contact' },
  {
    phone: formed('text', z.string().regex(/^[+\d][\d .-]{7,18}$/, 'Số điện thoại không hợp lệ'), {
      vi: 'Số điện thoại',
      en: 'Telephone',
      item: '8',
      need: 'always',
    }),
    email: formed('text', z.email('Địa chỉ thư điện tử không hợp lệ'), {
      vi: 'Thư điện tử',
      en: 'E-mail',
    }),
    residence: text({
      vi: 'Nơi ở hiện nay',
      en: 'Present residence',
      item: '10',
      max: 300,
      need: 'always',
    }),
    residenceProvince: choice('province', {
      vi: 'Nơi ở: tỉnh, thành phố',
      en: 'Province of residence',
      item: '10',
    }),
    /** Item 8 of Mẫu 2C-BNV/2008. */
    permanentResidence: text({
      vi: 'Nơi đăng ký thường trú',
      en: 'Registered residence',
      max: 300,
    }),
  },
);

export const origin = section(
  { vi: 'Xuất thân', en: 'Origin' },
  {
    familyOrigin: choice('familyOrigin', {
      vi: 'Thành phần gia đình xuất thân',
      en: 'Family origin',
      item: '11',
    }),
    priorJob: text({
      vi: 'Nghề nghiệp trước khi được tuyển dụng',
      en: 'Occupation before recruitment',
      item: '12',
    }),
    policyGroup: choice('policyGroup', {
      vi: 'Đối tượng chính sách',
      en: 'Policy group',
      item: '18',
    }),
  },
);

export const health = section(
  { vi: 'Sức khỏe', en: 'Health', sensitive: true },
  {
    state: choice('healthState', { vi: 'Tình trạng sức khỏe', en: 'State of health', item: '31' }),
    heightCm: integer({ vi: 'Chiều cao', en: 'Height', item: '31', min: 50, max: 250, unit: 'cm' }),
    weightKg: integer({ vi: 'Cân nặng', en: 'Weight', item: '31', min: 20, max: 250, unit: 'kg' }),
    bloodType: choice('bloodType', { vi: 'Nhóm máu', en: 'Blood group', item: '31' }),
  },
);

export const note = section(
  { vi: 'Ghi chú', en: 'Note' },
  { text: longText({ vi: 'Ghi chú', en: 'Note' }) },
);
