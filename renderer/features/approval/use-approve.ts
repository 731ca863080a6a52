/** Signing with one certificate: from the click to the approval or the problem. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { usePort, useUnitNames, type TokenSigning } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { periodName } from '../evidence/index.ts';
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
  const { t } = useTranslation();
  const port = usePort();
  const unitName = useUnitNames();
  const [state, setState] = useState<ApproveState>({ at: 'choosing' });
  const approve = async (choice: CertificateChoice) => {
    setState({ at: 'signing' });
    const summary = t('approve.summary', {
      count: changes.length,
      unit: unitName(unit),
      period: periodName(period),
    });
    try {
      const result = await port.approve({
        unit,
        period,
        changes: changes.map((change) => change._id),
        sign: signing.signWith({
          tokenSerial: choice.token.serial,
          certificateSha256: choice.certificate.sha256,
          summary,
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
