/** A public key as JWK, as devices and the centre give theirs to each other. */
import { z } from 'zod';

/** A public key on P-256; nothing private may come along. */
export const publicKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.base64url().length(43),
  y: z.base64url().length(43),
});
export type PublicKey = Readonly<z.infer<typeof publicKeySchema>>;
