/**
 * Organisational units. A code is the electronic identification code of QĐ 20/2020/QĐ-TTg:
 * groups of 0–9 and A–Z parted by dots, at most 35 characters, e.g. `H20.11.03`.
 */
import { z } from 'zod';

export const unitCodePattern = /^[A-Z][0-9]{2}(\.[0-9A-Z]{1,6})*$/;
export const unitCodeSchema = z
  .string()
  .max(35)
  .regex(unitCodePattern, 'Mã định danh đơn vị không hợp lệ');

export const unitKinds = {
  province: 'UBND tỉnh',
  department: 'Sở, ban, ngành',
  commune: 'UBND xã, phường, đặc khu',
  office: 'Phòng chuyên môn',
  school: 'Trường học công lập',
  service: 'Đơn vị sự nghiệp công lập',
} as const;
export type UnitKind = keyof typeof unitKinds;

export const unitSchema = z.object({
  _id: z.string().startsWith('unit:'),
  type: z.literal('unit'),
  code: unitCodeSchema,
  name: z.string().min(1),
  kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]),
  parent: unitCodeSchema.nullable(),
  validFrom: z.string(),
});
export type Unit = Readonly<z.infer<typeof unitSchema>>;

/** A right held for a unit holds for the unit and everything below it. */
export function unitCovers(holder: string, code: string): boolean {
  return code === holder || code.startsWith(`${holder}.`);
}

const databasePart = (code: string) => code.toLowerCase().replaceAll('.', '-');

/** Official dossiers of a unit; clients only read. */
export const recordsDatabase = (code: string): string => `records-${databasePart(code)}`;
/** Work in progress of a unit; clients write through intake. */
export const deskDatabase = (code: string): string => `desk-${databasePart(code)}`;
/** Whether a database is the desk of some unit, be the unit known or not. */
export const isDeskDatabase = (name: string): boolean => name.startsWith('desk-');
/** Units, catalogues, regulations, calendar. */
export const referenceDatabase = 'reference';

/** The unit code inside a database name, or null for a database of no unit. */
export function unitOfDatabase(name: string): string | null {
  const match = /^(?:records|desk)-(.+)$/.exec(name);
  return match?.[1] === undefined ? null : match[1].toUpperCase().replaceAll('-', '.');
}
