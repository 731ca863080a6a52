/** Signing in. Desktop clients get the refresh token in the body, browsers as an HttpOnly cookie. */
import { z } from 'zod';
import { deviceIdSchema } from './devices.ts';
import { sessionAccountSchema } from '../account/account.ts';

export const signInRequestSchema = z.strictObject({
  user: z.string().min(1).max(80),
  password: z.string().min(1).max(256),
  client: z.enum(['desktop', 'browser']),
  /** The PC, once it has registered itself (devices.ts). */
  device: deviceIdSchema.optional(),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const refreshRequestSchema = z.strictObject({
  refreshToken: z.string().max(200).optional(),
});

export const sessionSchema = z.object({
  /** Bearer token for `Authorization`; short-lived. */
  accessToken: z.string(),
  expiresAtUtc: z.iso.datetime(),
  /** Only for desktop clients; rotates at each refresh. */
  refreshToken: z.string().optional(),
  account: sessionAccountSchema,
  server: z.object({
    name: z.string(),
    /** Changes when the server was restored from a backup. */
    epoch: z.string(),
  }),
});
export type Session = Readonly<z.infer<typeof sessionSchema>>;

export const passwordChangeSchema = z.strictObject({
  current: z.string().max(256),
  next: z.string().min(1).max(256),
});
