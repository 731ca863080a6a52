/** Managing accounts: `/api/accounts`. Needs `account.manage` and follows shared/account/delegation.ts. */
import { z } from 'zod';
import { grantSchema, sessionAccountSchema, userNameSchema } from '../account/account.ts';
import { dossierIdSchema } from '../dossier/dossier.ts';
import { unitCodeSchema } from '../unit/unit.ts';

/** `GET /api/accounts?unit=` — the unit's subtree. */
export const accountsQuerySchema = z.object({ unit: unitCodeSchema });

/** What a manager sees of an account; also the answer of every route that changes one. */
export const managedAccountSchema = sessionAccountSchema.extend({
  locked: z.boolean(),
  disabled: z.boolean(),
  certificateDetails: z.array(
    z.object({
      sha256: z.string(),
      commonName: z.string(),
      notAfterUtc: z.string(),
      registeredAtUtc: z.string(),
      registeredBy: z.string(),
    }),
  ),
});
export type ManagedAccount = Readonly<z.infer<typeof managedAccountSchema>>;
export const accountsResponseSchema = z.object({ accounts: z.array(managedAccountSchema) });

/** `POST /api/accounts` — the person must change the password at first sign-in. */
export const newAccountRequestSchema = z.strictObject({
  user: userNameSchema,
  name: z.string().trim().min(1).max(120),
  grants: z.array(grantSchema).min(1).max(20),
  password: z.string().max(256),
  /** The person's own dossier: it must lie in a unit where one of the grants lets a person read their own. */
  ownDossier: dossierIdSchema.optional(),
});

/** `POST /api/accounts/:user/password-reset` */
export const passwordResetRequestSchema = z.strictObject({ password: z.string().max(256) });

/** `POST /api/accounts/:user/certificates`; removed by `DELETE …/certificates/:sha256`. */
export const certificateRequestSchema = z.strictObject({
  pem: z.string().min(1).max(20_000),
  /** The certificate's name is not the account's, and its holder was checked. */
  holderConfirmed: z.boolean().optional(),
});
