/**
 * Every IPC channel between a window and the main process: argument and answer, both zod-parsed.
 * Answers are Results: expected failures are values. The PIN window has its own channels and preload.
 */
import { z } from 'zod';
import type { Result } from '../errors/index.ts';
import { faultPointNames } from './fault-points.ts';
import { diskRoomSchema, journalEntrySchema, journalIdSchema } from './journal.ts';
import { courierChannels } from './courier-ipc.ts';
import { problemSchema } from './problem.ts';
import { scanChannels } from './scan-ipc.ts';
import { passwordChangeSchema, sessionSchema } from './session.ts';
import { tokenInfoSchema } from './signing.ts';

/** A session that was left without signing out: its person is asked for the password again. */
export const leftSessionSchema = z.object({
  why: z.enum(['locked', 'expired', 'revoked', 'broughtBack']),
  account: z.string(),
  /** Days for which the vault still opens without a line; null while they are many. */
  leaseDaysLeft: z.int().nonnegative().nullable(),
});
export type LeftSession = Readonly<z.infer<typeof leftSessionSchema>>;

export const appInfoSchema = z.object({
  version: z.string(),
  platform: z.string(),
  /** Address of the centre, or null before it was set. */
  serverUrl: z.string().nullable(),
  /** Accounts that can be unlocked offline on this PC. */
  knownAccounts: z.array(z.object({ account: z.string() })),
  left: leftSessionSchema.nullable(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** A session on the PC. `accessToken` is null while offline. `databaseName` names the local database. */
export const deviceSessionSchema = z.object({
  session: sessionSchema.omit({ accessToken: true, refreshToken: true, expiresAtUtc: true }),
  accessToken: z.string().nullable(),
  expiresAtUtc: z.string().nullable(),
  databaseName: z.string(),
  /** How the vault was opened: with the centre's word, or by the password alone. */
  mode: z.enum(['online', 'offline']),
});
export type DeviceSession = z.infer<typeof deviceSessionSchema>;

const credentials = z.strictObject({
  user: z.string().min(1).max(80),
  password: z.string().min(1).max(256),
});
/** Line ends, control and direction characters could make the dialogue show another path than is loaded. */
const modulePath = z
  .string()
  .max(500)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
/** After a change of password elsewhere: the one that this PC still knows, or that it is known no more. */
const signInCredentials = credentials.extend({
  oldPassword: z.string().min(1).max(256).optional(),
  withoutOld: z.boolean().optional(),
});
const nothing = z.undefined();

/** channel → request and answer. */
export const ipcChannels = {
  'app.info': { request: nothing, answer: appInfoSchema },
  /** Another address is confirmed by a person in a dialogue of the program; it signs out and loads the window anew: its content policy names the centre. */
  'server.configure': {
    request: z.strictObject({ url: z.string().max(300) }),
    answer: appInfoSchema,
  },
  /** Tries the centre; without a line falls back to the vault. */
  'session.signIn': { request: signInCredentials, answer: deviceSessionSchema },
  /** The open session after the window was loaded anew; null when nobody is signed in. */
  'session.current': { request: nothing, answer: deviceSessionSchema.nullable() },
  /** The key that seals the local database: once for each page and session. */
  'session.dataKey': {
    request: nothing,
    answer: z.object({ key: z.instanceof(Uint8Array<ArrayBuffer>) }),
  },
  /** Why the centre did not take this PC in at the last sign-in; null when it did, or was not asked. */
  'session.registration': {
    request: nothing,
    answer: z.object({ problem: problemSchema.nullable() }),
  },
  'session.token': {
    request: nothing,
    answer: z.object({ accessToken: z.string(), expiresAtUtc: z.string() }),
  },
  /** At the centre and for this PC's vault at once; needs the line. Answers with the session as it is then. */
  'session.changePassword': { request: passwordChangeSchema, answer: deviceSessionSchema },
  /** `expired`: the same person is asked for the password again. The page is loaded anew. */
  'session.signOut': {
    request: z.strictObject({ why: z.enum(['signedOut', 'expired']) }),
    answer: z.null(),
  },
  /** Data of this account on this PC that were left behind under a forgotten password: when, oldest first. */
  'vault.aside': { request: nothing, answer: z.object({ setAsideAtUtc: z.array(z.string()) }) },
  /** With the password found again they take the place of what is open; then the page is loaded anew, signed out. */
  'vault.bringBack': {
    request: z.strictObject({
      password: z.string().min(1).max(256),
      oldPassword: z.string().min(1).max(256),
    }),
    answer: z.null(),
  },
  /** Locks the program: keys go, the page is loaded anew. */
  'lock.now': { request: nothing, answer: z.null() },
  /** Answered when the page is about to go (lock, end of the program): time to keep what stands in forms. */
  'leave.announced': { request: nothing, answer: z.null() },
  /** The page has kept what it had to keep. */
  'leave.ready': { request: nothing, answer: z.null() },

  /** What this process sees of a line that gave the page nothing; null when it sees no more. */
  'line.look': { request: nothing, answer: z.object({ problem: problemSchema.nullable() }) },
  ...scanChannels,
  ...courierChannels,
  'signing.tokens': {
    request: nothing,
    answer: z.object({ module: z.string(), tokens: z.array(tokenInfoSchema) }),
  },
  /**
   * Opens the PIN window; signs the UTF-8 bytes of `text`, which must be the canonical text of a
   * manifest of the signed-in account. What the window shows is read from `text`, not told by the page.
   */
  'signing.sign': {
    request: z.strictObject({
      text: z.string().min(1).max(5_000_000),
      tokenSerial: z.string().max(64),
      certificateSha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    answer: z.object({ signature: z.base64(), certificateSha256: z.string() }),
  },
  /** A path that no driver known as safe has is confirmed by a person, in a dialogue of the program. */
  'signing.module': {
    request: z.strictObject({ path: modulePath.nullable() }),
    answer: z.object({ module: z.string().nullable() }),
  },
  /** Answered when the entries would survive a power cut, with the room that was left before. DISK_FULL: nothing was written. */
  'journal.append': {
    request: z.strictObject({ entries: z.array(journalEntrySchema).min(1).max(1_000) }),
    answer: diskRoomSchema,
  },
  'journal.settled': {
    request: z.strictObject({ ids: z.array(journalIdSchema).max(10_000) }),
    answer: z.null(),
  },
  /** The living entries in their order, some at a time: `from` is 0 or the `next` of the answer before. */
  'journal.replay': {
    request: z.strictObject({ from: z.number().int().nonnegative() }),
    answer: z.object({ entries: z.array(journalEntrySchema), next: z.number().nullable() }),
  },
  'journal.state': {
    request: nothing,
    answer: z.object({
      room: diskRoomSchema,
      bytes: z.number(),
      living: z.number(),
      /** Found broken when it was opened, and kept aside. */
      damagedBytes: z.number(),
    }),
  },
  /** True where a test may arm fault points: never in a packaged program. */
  'faults.allowed': { request: nothing, answer: z.boolean() },
  'faults.reached': {
    request: z.strictObject({ point: z.enum(faultPointNames) }),
    answer: z.null(),
  },
} as const satisfies Record<string, { readonly request: z.ZodType; readonly answer: z.ZodType }>;

export type IpcChannel = keyof typeof ipcChannels;
export type IpcRequest<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['request']>;
export type IpcAnswer<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['answer']>;

/** What the preload puts on `window.hoso` in the main window. */
export interface HosoBridge {
  invoke<C extends IpcChannel>(channel: C, request: IpcRequest<C>): Promise<Result<IpcAnswer<C>>>;
}

/** What is about to be signed, read from the signed text by the main process. */
export interface PinContent {
  /** Code of the unit. */
  readonly unit: string;
  /** `mm/yyyy`. */
  readonly period: string;
  /** Number of changes. */
  readonly changes: number;
  readonly signer: string;
  /** First 16 hex digits of the SHA-256 of the signed text, in groups of 4. */
  readonly contentCode: string;
}

/** What the PIN window shows: what is about to be signed, with which token. */
export interface PinContext {
  readonly content: PinContent;
  readonly tokenLabel: string;
  readonly certificateName: string;
  readonly warning: string | null;
}
/** As it crosses from the main process. */
export type PinContextAnswer = Result<PinContext>;

/** The PIN window's own bridge, `window.hosoPin`. */
export interface PinBridge {
  context(): Promise<PinContext>;
  /** Tries the PIN; a wrong one comes back as a problem and the window stays. */
  submit(pin: string): Promise<Result<null>>;
  cancel(): Promise<void>;
}
