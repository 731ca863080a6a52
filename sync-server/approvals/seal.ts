/**
 * The server's seal over what it accepted: a keyed hash of the approval and of what was found out about it.
 * Whoever can write into the store (a replicator, a restored copy, the database itself) cannot make one, so a
 * document that merely says `accepted` is never applied. A hash and not a second verification: a certificate
 * that was good at receipt may have expired or been withdrawn by the time a server goes on.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Approval } from '../../shared/approval/approval.ts';
import { canonicalForm } from '../../shared/canonical/canonical.ts';

export interface Seal {
  /** The accepted approval with its seal. */
  put(accepted: Approval): Approval;
  /** Whether this server, or one that shares its keys, accepted exactly this. */
  holds(stored: Approval): boolean;
}

/** What acceptance fixed; state and results move on when the approval is applied. */
function sealedText({ outcome, ...approval }: Approval): string | null {
  if (!outcome) return null;
  const { receivedAtUtc, signedAtUtc, timing, certificate } = outcome;
  const found = { receivedAtUtc, signedAtUtc, timing, certificate };
  return `hoso-accepted-1 ${canonicalForm({ ...approval, outcome: found })}`;
}

function sealIn({ outcome }: Approval): string {
  const seal: unknown = outcome && 'seal' in outcome ? outcome.seal : null;
  return typeof seal === 'string' ? seal : '';
}

/** @param keyed a hash under the server's own key, in hex */
export function openSeal(keyed: (text: string) => string): Seal {
  const sealOf = (approval: Approval): string | null => {
    const text = sealedText(approval);
    return text === null ? null : keyed(text);
  };
  return {
    put(accepted) {
      const seal = sealOf(accepted);
      if (!accepted.outcome || seal === null) return accepted;
      // The outcome's schema lets unknown fields pass and drops them on the PC.
      return { ...accepted, outcome: { ...accepted.outcome, seal } as Approval['outcome'] };
    },
    holds(stored) {
      const expected = Buffer.from(sealOf(stored) ?? '');
      const found = Buffer.from(sealIn(stored));
      return expected.length > 0 && expected.length === found.length
        ? timingSafeEqual(expected, found)
        : false;
    },
  };
}
