/** Signing with one certificate: from the click to the approval or the problem. */
import { useState } from 'react';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { usePort, type TokenSigning } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';
import type { CertificateChoice } from './certificate-state.ts';

export type ApproveState =
  | { readonly at: 'choosing' }
  | { readonly at: 'signing' }
  | { readonly at: 'done'; readonly approval: Approval }
  | { readonly at: 'failed'; readonly problem: Problem };

export interface ApproveInput {
  readonly signing: TokenSigning;
  readonly changes: readonly Change[];
  readonly unit: string;
  readonly period: string;
}

export function useApprove({ signing, changes, unit, period }: ApproveInput) {
  const port = usePort();
  const [state, setState] = useState<ApproveState>({ at: 'choosing' });
  const approve = async (choice: CertificateChoice) => {
    setState({ at: 'signing' });
    try {
      const result = await port.approve({
        unit,
        period,
        changes: changes.map((change) => change._id),
        sign: signing.signWith({
          tokenSerial: choice.token.serial,
          certificateSha256: choice.certificate.sha256,
        }),
      });
      setState(
        result.ok
          ? { at: 'done', approval: result.value }
          : { at: 'failed', problem: result.problem },
      );
    } catch (thrown) {
      setState({ at: 'failed', problem: problemOf(thrown) });
    }
  };
  return { state, approve };
}
