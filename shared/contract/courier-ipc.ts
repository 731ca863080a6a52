/**
 * Bundles on a stick between the page and the main process, which alone has this PC's keys. The page never names
 * a place on the disk: the person chooses it in a dialogue of the main process.
 */
import { z } from 'zod';
import { courierAnswerSchema, courierBundleSchema } from '../courier/bundle.ts';

/** What a page gives of a bundle; who sends it is known in the main process. */
export const bundleContentSchema = courierBundleSchema.pick({
  id: true,
  madeAtUtc: true,
  rows: true,
  cursors: true,
});
export type BundleContent = Readonly<z.infer<typeof bundleContentSchema>>;

export const courierChannels = {
  /** Whether this PC has the centre's keys; it gets them when it signs in over a line. */
  'courier.ready': { request: z.undefined(), answer: z.object({ ready: z.boolean() }) },
  /** Seals the bundle and writes it where a person wants it. The file's name; null: the person cancelled. */
  'courier.write': {
    request: z.strictObject({ content: bundleContentSchema }),
    answer: z.object({ file: z.string().nullable() }),
  },
  /** Opens an answer that a person chooses. Null: the person cancelled. */
  'courier.read': {
    request: z.undefined(),
    answer: z.object({ answer: courierAnswerSchema.nullable() }),
  },
} as const;
