/**
 * What a courier carries on a stick between an office without a line and the centre: the same rows that a push
 * would send and the same pages that a pull would bring. A bundle goes out once and its answer comes back once.
 */
import { z } from 'zod';
import { deviceIdSchema } from '../contract/devices.ts';
import {
  cursorsSchema,
  pulledDocumentSchema,
  pushResultSchema,
  pushRowSchema,
  streams,
} from '../contract/sync.ts';
import { courierLimits } from './limits.ts';

export const bundleIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** From the office to the centre. */
export const courierBundleSchema = z.strictObject({
  form: z.literal('hoso-courier-bundle-1'),
  id: bundleIdSchema,
  device: deviceIdSchema,
  account: z.string().min(1).max(80),
  madeAtUtc: z.iso.datetime(),
  /** Steps that wait, in their order. */
  rows: z.array(pushRowSchema).max(courierLimits.rows),
  /** How far each stream has come on the PC. */
  cursors: z.partialRecord(z.enum(streams), cursorsSchema),
});
export type CourierBundle = Readonly<z.infer<typeof courierBundleSchema>>;

/** From the centre back to the office that sent the bundle. */
export const courierAnswerSchema = z.object({
  form: z.literal('hoso-courier-answer-1'),
  /** The bundle that it answers. */
  bundle: bundleIdSchema,
  device: deviceIdSchema,
  madeAtUtc: z.iso.datetime(),
  epoch: z.string(),
  /** One per row, in the order of the rows. */
  results: z.array(pushResultSchema),
  /** All that was new, each stream as one page. */
  streams: z.partialRecord(
    z.enum(streams),
    z.object({ documents: z.array(pulledDocumentSchema), cursors: cursorsSchema }),
  ),
  /** There was more than one answer holds: the next bundle's answer goes on from here. */
  more: z.boolean().default(false),
});
export type CourierAnswer = Readonly<z.infer<typeof courierAnswerSchema>>;
