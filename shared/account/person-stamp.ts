/** Who did something, as documents keep it: the account, and the name it had then. */
import { z } from 'zod';

export const personStampSchema = z.strictObject({
  /** Account name, unique in the province. */
  account: z.string().min(1).max(80),
  name: z.string().min(1).max(120),
});
export type PersonStamp = Readonly<z.infer<typeof personStampSchema>>;
