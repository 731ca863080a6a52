/** `POST /api/courier/bundles` with the file as `text/plain`; needs `courier.carry`. */
import { z } from 'zod';

export const takenBundleSchema = z.object({
  /** The answer to carry back, as the file's text. */
  answer: z.string(),
  bundle: z.string(),
  /** In whose name it was taken in. */
  account: z.string(),
  rows: z.int(),
  refused: z.int(),
  /** The same file was taken in before: nothing was done twice. */
  again: z.boolean(),
});
export type TakenBundle = Readonly<z.infer<typeof takenBundleSchema>>;
