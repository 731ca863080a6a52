/** The two messages between host and worker: one job in, one result out. Both sides parse. */
import { z } from 'zod';
import { isProblemCode, type Result } from '../../shared/errors/index.ts';
import { bytesSchema, signedCmsSchema, tokenListSchema } from './types.ts';

const modulePath = z.string().min(1).max(4096);

export const signingJobSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), module: modulePath }),
  z.object({
    kind: z.literal('sign'),
    module: modulePath,
    tokenSerial: z.string().min(1).max(64),
    certificateSha256: z.string().regex(/^[0-9a-f]{64}$/),
    pin: z.string().min(1).max(255),
    content: bytesSchema,
  }),
]);
export type SigningJob = Readonly<z.infer<typeof signingJobSchema>>;
export type ListJob = Extract<SigningJob, { kind: 'list' }>;
export type SignJob = Extract<SigningJob, { kind: 'sign' }>;

const failureSchema = z.object({
  ok: z.literal(false),
  problem: z.object({
    code: z.string().refine(isProblemCode),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
});

const replySchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), failureSchema]);

const listReplySchema = replySchema(tokenListSchema);
const signReplySchema = replySchema(signedCmsSchema);

/** `undefined` when the message is not a reply to a listing. */
export function parseListReply(
  message: unknown,
): Result<z.infer<typeof tokenListSchema>> | undefined {
  return listReplySchema.safeParse(message).data;
}

/** `undefined` when the message is not a reply to a signing. */
export function parseSignReply(
  message: unknown,
): Result<z.infer<typeof signedCmsSchema>> | undefined {
  return signReplySchema.safeParse(message).data;
}
