/** Party, organisations, armed forces: items 15–17, 26 and 27; groups 7 and 8 of NĐ 27/2026/NĐ-CP, Điều 5. */
import { choice, date, text, yesNo } from './field.ts';
import { section } from './section.ts';

export const party = section(
  { vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Vietnam', sensitive: true },
  {
    member: yesNo({ vi: 'Là đảng viên', en: 'Party member', item: '15', need: 'always' }),
    joinedOn: date({
      vi: 'Ngày vào Đảng',
      en: 'Joined the Party on',
      item: '15',
      need: 'conditional',
    }),
    officialOn: date({
      vi: 'Ngày chính thức',
      en: 'Official member since',
      item: '15',
      need: 'conditional',
    }),
    position: text({
      vi: 'Chức vụ Đảng hiện tại',
      en: 'Present Party position',
      item: '26',
      suggest: 'partyPosition',
    }),
    concurrentPosition: text({
      vi: 'Chức vụ Đảng kiêm nhiệm',
      en: 'Concurrent Party position',
      item: '27',
      suggest: 'partyPosition',
    }),
  },
);

export const organisations = section(
  { vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisations' },
  {
    firstOrganisation: text({
      vi: 'Tổ chức chính trị - xã hội đầu tiên tham gia',
      en: 'First organisation joined',
      item: '16',
      suggest: 'organisation',
    }),
    firstJoinedOn: date({
      vi: 'Ngày tham gia tổ chức chính trị - xã hội đầu tiên',
      en: 'First joined on',
      item: '16',
    }),
  },
);

export const military = section(
  { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
  {
    enlistedOn: date({ vi: 'Ngày nhập ngũ', en: 'Enlisted on', item: '17' }),
    dischargedOn: date({ vi: 'Ngày xuất ngũ', en: 'Discharged on', item: '17' }),
    highestRank: choice('militaryRank', {
      vi: 'Quân hàm cao nhất',
      en: 'Highest military rank',
      item: '17',
    }),
  },
);
