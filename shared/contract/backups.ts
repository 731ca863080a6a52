/** `GET /api/backups` (needs `backup.view` at the top of the province) and `POST /api/backups` (`backup.run`). */
import { z } from 'zod';

export const backupTasks = ['take', 'prove'] as const;
export type BackupTaskName = (typeof backupTasks)[number];

export const startBackupRequestSchema = z.strictObject({ task: z.enum(backupTasks) });
/** 202: it runs on; how it ends is in the overview. */
export const startBackupResponseSchema = z.object({ started: z.literal(true) });

export const backupOverviewSchema = z.object({
  /** When the newest good set was taken, and read back; null before the first. */
  snapshotAtUtc: z.string().nullable(),
  verifiedAtUtc: z.string().nullable(),
  /** Older than the rule allows. */
  late: z.boolean(),
  /** The last try failed: a code of the catalogue. */
  failure: z.object({ atUtc: z.string(), code: z.string() }).nullable(),
  /** The last proof by restoring. */
  drill: z
    .object({
      atUtc: z.string(),
      ok: z.boolean(),
      documents: z.int(),
      blobs: z.int(),
      seconds: z.number(),
    })
    .nullable(),
  drillLate: z.boolean(),
  /** The sets lie on the same disk as the data: both are lost with it. */
  sameDisk: z.boolean(),
  duties: z.object({
    everyHours: z.number(),
    keepDays: z.int(),
    keepWeeks: z.int(),
    keepMonths: z.int(),
    drillDays: z.number(),
  }),
  /** Versions of documents that two halves of a split cluster wrote apart, and that were set aside by rule. */
  splits: z.int(),
  /** Documents of units that this version of the program cannot read. */
  unreadableUnits: z.int(),
  /** Since when scans that nobody needs are no longer taken away, since not all could be read; null: all is well. */
  sweepHaltedAtUtc: z.string().nullable(),
  /** What is being done now, and how many documents of it are. */
  underWay: z.object({ task: z.string(), documents: z.int() }).nullable(),
  /** Newest first. */
  sets: z.array(
    z.object({
      set: z.string(),
      snapshotAtUtc: z.string().nullable(),
      bytes: z.int(),
      documents: z.int(),
      blobs: z.int(),
      /** False: its manifest cannot be read. */
      readable: z.boolean(),
    }),
  ),
});
export type BackupOverview = Readonly<z.infer<typeof backupOverviewSchema>>;
