/** The journal of unsent work on an office PC, as its page sees it, and the room on its disk. */
import { z } from 'zod';

export const journalIdSchema = z.string().min(1).max(100);

/** A newer entry of an id takes the place of the older. The body is sealed by the page. */
export const journalEntrySchema = z.strictObject({
  id: journalIdSchema,
  /** Order of the person's steps. */
  seq: z.number().int().nonnegative(),
  body: z.string().max(16_000_000),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** `low`: the person is warned; `full`: nothing new is saved or received. */
export const diskRoomSchema = z.object({
  level: z.enum(['enough', 'low', 'full']),
  freeBytes: z.number().nonnegative(),
});
export type DiskRoom = z.infer<typeof diskRoomSchema>;
