/**
 * A change: what someone wants a dossier to say, and how far it has come.
 * Its content is fixed once submitted; only its state moves on, along transitions.ts.
 */
import { z } from 'zod';
import { personStampSchema, type PersonStamp } from '../account/person-stamp.ts';
import { civilDateSchema } from '../calendar/partial-date.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';
import { dossierIdSchema } from '../dossier/dossier.ts';
import { unitCodeSchema } from '../unit/unit.ts';
import { sectionFault } from './masking.ts';

export { personStampSchema, type PersonStamp };

export const changeStates = {
  draft: 'Bản nháp',
  submitted: 'Chờ đối chiếu',
  verified: 'Chờ phê duyệt',
  approved: 'Đã phê duyệt',
  returned: 'Trả lại',
  conflicted: 'Trùng lặp cần xử lý',
  withdrawn: 'Đã rút',
} as const;
export type ChangeState = keyof typeof changeStates;

export const changeKinds = {
  create: 'Lập hồ sơ',
  amend: 'Sửa đổi, bổ sung',
} as const;
export type ChangeKind = keyof typeof changeKinds;

const mostText = 10_000;

/** A walk of its own: as a recursive union of schemas, a hostile patch of 5,000 values took seconds to refuse. */
function isJson(value: unknown): value is JsonValue {
  if (typeof value === 'string') return value.length <= mostText;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean' || value === null) return true;
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.values(value).every(isJson);
}
const patchSchema = z.custom<JsonObject>(
  (value) => isJsonObject(value) && isJson(value),
  'không phải nội dung hồ sơ',
);

export const instantSchema = z.iso.datetime();
export const changeIdSchema = z.string().regex(/^change:[0-9A-HJKMNP-TV-Z]{26}$/);

/** A scan kept as a content-addressed blob. */
export const evidenceSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  mediaType: z.string().max(100),
  bytes: z.int().min(1),
});

/** One step of a change's life. The last entry is the present state. */
export const transitionEntrySchema = z.strictObject({
  state: z.enum(Object.keys(changeStates) as [ChangeState, ...ChangeState[]]),
  by: personStampSchema,
  atUtc: instantSchema,
  reason: z.string().min(1).max(1000).optional(),
  /** Of a step to `conflicted` only: the person who is to decide from then on. */
  assignee: personStampSchema.optional(),
});
export type TransitionEntry = Readonly<z.infer<typeof transitionEntrySchema>>;

/** What becomes of a field that two changes touched: this change's value, what the dossier says, or another. */
export const takes = {
  mine: 'Lấy theo thay đổi này',
  theirs: 'Giữ như hồ sơ hiện nay',
  other: 'Ghi giá trị khác',
} as const;
export type Take = keyof typeof takes;

export const fieldDecisionSchema = z.strictObject({
  path: z.string().min(1).max(200),
  take: z.enum(Object.keys(takes) as [Take, ...Take[]]),
  reason: z.string().trim().min(1).max(1000),
});
export type FieldDecision = Readonly<z.infer<typeof fieldDecisionSchema>>;

/** A decision is a change that resolves a conflicted one; its patch says what the decisions come to. */
export const resolvesSchema = z.strictObject({
  change: changeIdSchema,
  decisions: z.array(fieldDecisionSchema).min(1).max(300),
});
export type Resolves = Readonly<z.infer<typeof resolvesSchema>>;

const sectionNameSchema = z.string().max(40);

export const changeSchema = z
  .strictObject({
    _id: changeIdSchema,
    type: z.literal('change'),
    schema: z.literal(1),
    unit: unitCodeSchema,
    dossier: dossierIdSchema,
    kind: z.enum(Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]]),
    /** Version of the dossier that the author saw; 0 for `create`. */
    baseVersion: z.int().min(0),
    patch: patchSchema,
    /** Per sensitive section of the patch (masking.ts): 16 random bytes in hex. */
    salts: z.record(sectionNameSchema, z.string().regex(/^[0-9a-f]{32}$/)).optional(),
    /** Per sensitive section that is hidden here: its salted hash. */
    masked: z.record(sectionNameSchema, z.string().regex(/^[0-9a-f]{64}$/)).optional(),
    /** Leaves that the patch touches, sorted (see touchedPaths). */
    paths: z.array(z.string()),
    evidence: z.array(evidenceSchema),
    /** Of a decision in a conflict case: which change it settles, and how, field by field. */
    resolves: resolvesSchema.optional(),
    /** Name of the person concerned, so that lists can show it before a dossier exists. */
    personName: z.string().min(1).max(120),
    author: personStampSchema,
    authoredAtUtc: instantSchema,
    /** Civil date that starts the legal clock: the decision or event behind the change. */
    clockFrom: civilDateSchema,
    state: z.enum(Object.keys(changeStates) as [ChangeState, ...ChangeState[]]),
    history: z.array(transitionEntrySchema).min(1),
    /** Set by intake when the change first reached the centre. */
    receivedAtUtc: instantSchema.optional(),
    /** Set by the centre each time it writes the change: what a backup of later holds. */
    storedAtUtc: instantSchema.optional(),
    /** Set by the server: the approval that applied it, or what it collided with. */
    approval: z.string().optional(),
    conflict: z.strictObject({ paths: z.array(z.string()), dossierVersion: z.int() }).optional(),
  })
  .superRefine((change, context) => {
    const message = sectionFault(change);
    if (message !== null) context.addIssue({ code: 'custom', path: ['patch'], message });
  });
export type Change = Readonly<z.infer<typeof changeSchema>>;
