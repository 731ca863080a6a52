import { z } from 'zod';

/** A problem on the wire. HTTP errors carry `{ error: Problem }`. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export const errorBodySchema = z.object({ error: problemSchema });
