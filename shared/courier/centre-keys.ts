/** The centre's public keys for bundles, given to a device when it registers. */
import { z } from 'zod';
import { publicKeySchema } from '../contract/public-key.ts';

export const centreKeysSchema = z.strictObject({
  /** Names this pair of keys in an envelope. */
  id: z.string().min(1).max(60),
  /** ECDSA on P-256: signs answers. */
  signingKey: publicKeySchema,
  /** ECDH on P-256: bundles are sealed for it. */
  encryptionKey: publicKeySchema,
});
export type CentreKeys = Readonly<z.infer<typeof centreKeysSchema>>;
