/** Accounts as others see them. Password hashes and sessions never leave the server. */
import { z } from 'zod';
import { unitCodeSchema } from '../unit/unit.ts';
import { roles, type Role } from './roles.ts';

/** User names: the identity number, or letters, digits, dots and dashes. */
export const userNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,79}$/, 'Tên đăng nhập không hợp lệ');

export const grantSchema = z.object({
  role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
  unit: unitCodeSchema,
});

/** Who is signed in: enough to decide rights in the office, offline. */
export const sessionAccountSchema = z.object({
  account: userNameSchema,
  name: z.string().min(1),
  grants: z.array(grantSchema),
  ownDossier: z.string().optional(),
  mustChangePassword: z.boolean(),
  /** SHA-256 of the certificates registered to this account. */
  certificates: z.array(z.string()),
});
export type SessionAccount = Readonly<z.infer<typeof sessionAccountSchema>>;
