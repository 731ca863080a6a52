/** Ranks by their names, as lists write them beside or instead of the code. */
import { catalogueKey, catalogueRows } from '../../catalogue/index.ts';

/** Codes kept from before a newer circular have the same names; a bare name means the newer one. */
const former = /\(mã cũ\)/;

const nameKey = (text: string): string =>
  catalogueKey(
    text
      .replace(former, '')
      .replace(/sỹ/gi, 'sĩ')
      .replace(/hạng 1\b/gi, 'hạng I')
      .replace(/hạng 2\b/gi, 'hạng II')
      .replace(/hạng 3\b/gi, 'hạng III')
      .replace(/hạng 4\b/gi, 'hạng IV')
      .replace(/\bTHCS\b/g, 'trung học cơ sở')
      .replace(/\bTHPT\b/g, 'trung học phổ thông'),
  );

/** `Bác sĩ (hạng III)`, `Bác sĩ hạng III` and `Bác sỹ hạng 3` are one name. */
export const isSameRankName = (written: string, label: string): boolean =>
  nameKey(written) === nameKey(label);

/** The code of a rank by its name; undefined when no rank or several have it. */
export function rankCodeByName(name: string): string | undefined {
  const key = nameKey(name);
  const rows = catalogueRows('rank').filter(
    (row) => !former.test(row.label) && nameKey(row.label) === key,
  );
  return rows.length === 1 ? rows[0]?.code : undefined;
}
