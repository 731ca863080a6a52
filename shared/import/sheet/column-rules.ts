/**
 * Which header means what. Labels are compared as keys: without marks, lower case, only letters, digits and
 * single spaces (`VK (%)` is `vk`). The first rule that fits wins, so the narrower ones stand first.
 */
import { foldText, tidyText } from '../../vietnamese/fold.ts';
import type { Meaning } from './meanings.ts';

export interface ColumnRule {
  readonly meaning: Meaning;
  readonly own: RegExp;
  /** What one of the labels above must say. */
  readonly under?: RegExp;
}

export const headerKey = (label: string): string =>
  foldText(label)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const birth = /\bsinh\b/;
const gender = /^(gioi tinh|phai|nam nu)/;
const rank = /\b(ngach|cdnn|chuc danh nghe nghiep)\b/;
const pay = /\b(luong|bac|he so)\b/;
const party = /\bdang\b/;

const nested: readonly ColumnRule[] = [
  { meaning: 'maleBirthDate', own: /^nam$/, under: birth },
  { meaning: 'femaleBirthDate', own: /^nu$/, under: birth },
  { meaning: 'birthDay', own: /^ngay( sinh)?$/, under: birth },
  { meaning: 'birthMonth', own: /^thang( sinh)?$/, under: birth },
  { meaning: 'birthYear', own: /^nam( sinh)?$/, under: birth },
  { meaning: 'maleMark', own: /^nam$/, under: gender },
  { meaning: 'femaleMark', own: /^nu$/, under: gender },
  { meaning: 'pay.rankCode', own: /^(ma|ma so|ma ngach|ma hieu)$/, under: rank },
  { meaning: 'rankName', own: /^(ten|ten ngach|ten goi|ngach|hang)$/, under: rank },
  { meaning: 'pay.rankSince', own: /^(ngay|thoi diem|thoi gian) (bo nhiem|xep|giu)/, under: rank },
  { meaning: 'pay.step', own: /^bac/, under: rank },
  { meaning: 'pay.coefficient', own: /^he so/, under: rank },
  { meaning: 'pay.stepSince', own: /^(tu|tu ngay|ngay|thoi diem|thoi gian|moc)\b/, under: pay },
  { meaning: 'pay.beyondScalePercent', own: /^(vk|tnvk|vuot khung|phan tram)/, under: pay },
  { meaning: 'party.joinedOn', own: /^(du bi|ngay vao|ngay ket nap|ket nap)/, under: party },
  { meaning: 'party.officialOn', own: /^(ngay )?chinh thuc$/, under: party },
  { meaning: 'education.highest', own: /^(chuyen mon|cm|bang cap|trinh do)$/, under: /trinh do/ },
  { meaning: 'education.general', own: /^(van hoa|pho thong|gdpt)$/, under: /trinh do/ },
];

const staff =
  '(?: (?:cbccvc|can bo|cong chuc|vien chuc|giao vien|nhan vien|nguoi lao dong|nld|va))*';

const person: readonly ColumnRule[] = [
  { meaning: 'ordinal', own: /^(so )?(tt|stt|so thu tu)$/ },
  { meaning: 'familyName', own: /^(ho|ho dem|ho va (ten |chu )?dem|ho (ten )?lot|ho va ten lot)$/ },
  { meaning: 'givenName', own: /^ten$/ },
  { meaning: 'identity.otherName', own: /^(cac )?ten (goi )?khac|^bi danh/ },
  {
    meaning: 'identity.fullName',
    own: new RegExp(
      `^(ho (va )?ten|ho (va )?(chu )?dem( va)? ten)( khai sinh)?( chu in hoa)?${staff}$`,
    ),
  },
  { meaning: 'identity.gender', own: /^(gioi tinh|phai|nam nu|gt)$/ },
  { meaning: 'femaleMark', own: /^nu$/ },
  {
    meaning: 'identity.birthDate',
    own: /^((ngay )?(thang )?(nam )?sinh|sinh (ngay|nam)|ngay thang nam sinh)( ngay thang nam)?$/,
  },
  { meaning: 'identity.birthPlace', own: /^noi sinh/ },
  { meaning: 'identity.homeTown', own: /^(que quan|nguyen quan)/ },
  { meaning: 'identity.ethnicity', own: /^dan toc$/ },
  { meaning: 'belief.religion', own: /^ton giao$/ },
  {
    meaning: 'identity.identityIssuedOn',
    own: /^ngay( thang nam)? cap( (so )?(the )?(cccd|can cuoc|cmnd).*)?$/,
  },
  {
    meaning: 'identity.identityNumber',
    own: /^(so |ma )?(so )?(the )?(cccd|can cuoc|dinh danh|cmnd|cmt)(?!.*\b(ngay|noi) cap).*$/,
  },
  { meaning: 'identity.socialInsuranceNumber', own: /^(so|ma so)( so)? (bhxh|bao hiem xa hoi)$/ },
  { meaning: 'identity.socialInsuranceNumber', own: /^bhxh$/ },
  { meaning: 'contact.phone', own: /^(so )?(dien thoai|sdt|di dong)( lien he| di dong)?$|^so dt$/ },
  { meaning: 'contact.email', own: /^(e ?mail|gmail|thu dien tu|dia chi (e ?mail|thu dien tu))/ },
  {
    meaning: 'contact.residence',
    own: /^(noi|cho) o( hien (nay|tai))?$|^dia chi( hien (nay|tai))?$/,
  },
];

const work: readonly ColumnRule[] = [
  {
    meaning: 'party.joinedOn',
    own: /^(ngay( thang nam)?|nam) (vao|ket nap)( vao)? dang( csvn)?( du bi)?$/,
  },
  { meaning: 'party.officialOn', own: /^ngay( vao dang)? chinh thuc( vao dang)?$/ },
  { meaning: 'party.member', own: /^(la )?dang vien( dcsvn)?$/ },
  {
    meaning: 'employment.category',
    own: /^(doi tuong|loai (can bo|lao dong|hop dong|hinh)|cb cc vc)/,
  },
  {
    meaning: 'pay.rankSince',
    own: /^(ngay|thoi diem) (bo nhiem|xep)( vao)? (ngach|cdnn|chuc danh nghe nghiep)/,
  },
  { meaning: 'employment.positionSince', own: /^ngay( duoc)? bo nhiem( chuc vu.*)?$/ },
  { meaning: 'pay.rankCode', own: /^ma( so)? (ngach|cdnn|chuc danh nghe nghiep)/ },
  { meaning: 'rankName', own: /^ten (ngach|cdnn|chuc danh nghe nghiep)/ },
  {
    meaning: 'pay.rankCode',
    own: /^(ngach|chuc danh nghe nghiep|cdnn)( (cong chuc|luong|hien giu|chuc danh nghe nghiep|cdnn|hang|vien chuc))*$/,
  },
  {
    meaning: 'employment.position',
    own: /^(chuc vu|chuc danh)( (chuc danh|chuc vu|cong tac|hien nay|hien tai|dam nhiem|cong viec|va))*$/,
  },
  {
    meaning: 'employment.mainTask',
    own: /^(cong viec|nhiem vu)( (chinh|chuyen mon))?( (duoc giao|dam nhiem|dang lam))?$/,
  },
  { meaning: 'employment.recruitedBy', own: /^(co quan|don vi)( da)? tuyen dung$/ },
  {
    meaning: 'employment.firstRecruitedOn',
    own: /^(ngay|nam|thoi diem|thoi gian)( thang nam)?( duoc)? tuyen dung( lan dau)?$/,
  },
  {
    meaning: 'employment.joinedUnitOn',
    own: /^(ngay|nam)( thang nam)? (vao|ve) (co quan|don vi|truong)( hien (nay|tai|dang cong tac))?$/,
  },
];

const payAndEducation: readonly ColumnRule[] = [
  {
    meaning: 'pay.beyondScalePercent',
    own: /^((phu cap|pc) )?(tham nien )?(vuot khung|vk|tnvk)$|^(phan tram )?(vk|vuot khung)$/,
  },
  { meaning: 'pay.step', own: /^bac( luong)?( hien (huong|tai))?$/ },
  { meaning: 'pay.coefficient', own: /^(he so( luong)?|hsl|hs luong)( hien (huong|tai))?$/ },
  { meaning: 'pay.stepSince', own: /^moc( thoi gian)?( tinh)? (nang (bac )?luong|huong).*$/ },
  {
    meaning: 'pay.stepSince',
    own: /^(ngay|thoi diem|thoi gian)( thang nam)? (huong|xep)( (luong|bac luong|he so).*)?$/,
  },
  { meaning: 'education.highest', own: /^(trinh do )?(chuyen mon|cm)( nghiep vu)?( cao nhat)?$/ },
  { meaning: 'education.highest', own: /^(trinh do dao tao|bang cap( chuyen mon)?|trinh do)$/ },
  { meaning: 'education.major', own: /^(chuyen )?nganh( (dao tao|hoc|chuyen mon))?$/ },
  {
    meaning: 'education.politicalTheory',
    own: /^(trinh do )?(llct|ly luan( chinh tri)?|chinh tri)$/,
  },
  { meaning: 'education.informationTechnology', own: /^(trinh do )?(tin hoc|cntt)$/ },
  { meaning: 'languages', own: /^(trinh do )?(ngoai ngu|tieng dan toc|tieng anh)$/ },
  {
    meaning: 'education.general',
    own: /^(trinh do )?(van hoa|gdpt|hoc van|giao duc pho thong|pho thong)$/,
  },
  { meaning: 'note.text', own: /^ghi chu$/ },
];

const flat: readonly ColumnRule[] = [...person, ...work, ...payAndEducation];

/**
 * The meaning of a column by its labels, the topmost first. `Nam` (male) and `Năm` (year) have the same key,
 * so the marked spelling decides between them.
 */
export function meaningOf(labels: readonly string[]): Meaning | null {
  const own = labels.at(-1) ?? '';
  const key = headerKey(own);
  const above = labels.slice(0, -1).map(headerKey);
  const isYear = tidyText(own).toLowerCase() === 'năm';
  const fits = (rule: ColumnRule): boolean =>
    rule.own.test(key) &&
    (rule.under === undefined || above.some((label) => rule.under?.test(label) === true)) &&
    !(key === 'nam' && isYear !== (rule.meaning === 'birthYear'));
  const rules = above.length > 0 ? [...nested, ...flat] : flat;
  return rules.find(fits)?.meaning ?? null;
}
