/** The approval document over changes as they stand here: manifest, signature, nothing else. */
import { may } from '../../../shared/account/policy.ts';
import {
  approvalSchema,
  makeManifest,
  manifestText,
  type Approval,
} from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { unitCovers } from '../../../shared/unit/unit.ts';
import type { SignText } from '../port/data-port.ts';
import { stampOf, type AuthoringContext } from './draft-change.ts';
import { newApprovalId } from './ids.ts';

export interface ApprovalInput {
  readonly unit: string;
  readonly period: string;
  readonly changes: readonly Change[];
  readonly sign: SignText;
}

export async function makeApproval(
  input: ApprovalInput,
  context: AuthoringContext,
): Promise<Result<Approval>> {
  const { account, nowUtc } = context;
  const { unit, period, changes } = input;
  if (!may(account, 'change.approve', { unit })) return failed('FORBIDDEN');
  if (changes.length === 0) return failed('CHANGE_NOTHING_CHANGED');
  if (changes.some((change) => change.state !== 'verified')) {
    return failed('APPROVAL_CHANGE_NOT_VERIFIED');
  }
  if (changes.some((change) => !unitCovers(unit, change.unit))) return failed('CHANGE_WRONG_UNIT');
  const manifest = makeManifest({
    id: newApprovalId(period),
    unit,
    period,
    signer: stampOf(account),
    changes,
    createdAtUtc: nowUtc,
  });
  const signed = await input.sign(manifestText(manifest));
  if (!signed.ok) return signed;
  const { signature } = signed.value;
  const approval = {
    _id: manifest.id,
    type: 'approval',
    schema: 1,
    unit,
    period,
    manifest,
    signature,
  } as const;
  const parsed = approvalSchema.safeParse(approval);
  if (parsed.success) return done(approval);
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return failed('INVALID_INPUT', { path, reason: 'không hợp lệ' });
}
