/** The centre's checks as lines to read: known names in words, the digests of all changes as one. */
import type { TFunction } from 'i18next';
import type { ApprovalEvidence } from '../../../shared/contract/http.ts';
import { vi } from '../../i18n/vi/index.ts';

type Check = ApprovalEvidence['checks'][number];

export interface CheckLine {
  readonly text: string;
  readonly ok: boolean;
  readonly reason: string | undefined;
}

const digestPrefix = 'digest ';

type KnownName = Exclude<keyof (typeof vi)['checks'], 'digests' | 'digestOf'>;
const isKnown = (name: string): name is KnownName => Object.hasOwn(vi.checks, name);

/** A check that this version has no words for still shows, under its own name. */
const nameText = (t: TFunction, name: string) => (isKnown(name) ? t(`checks.${name}`) : name);

export function checkLines(t: TFunction, checks: readonly Check[]): readonly CheckLine[] {
  const digests = checks.filter((check) => check.name.startsWith(digestPrefix));
  const broken = digests.filter((check) => !check.ok);
  const good = digests.length - broken.length;
  const lines = checks
    .filter((check) => !check.name.startsWith(digestPrefix))
    .map((check) => ({ text: nameText(t, check.name), ok: check.ok, reason: check.reason }));
  if (digests.length === 0) return lines;
  return [
    ...lines,
    {
      text: t('checks.digests', { good, total: digests.length }),
      ok: broken.length === 0,
      reason: undefined,
    },
    ...broken.map((check) => ({
      text: t('checks.digestOf', { id: check.name.slice(digestPrefix.length) }),
      ok: false,
      reason: check.reason,
    })),
  ];
}
