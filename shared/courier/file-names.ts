/** Names of bundle files: so that a carrier sees which is which without opening any. */
import { civilDateInVietnam } from '../calendar/partial-date.ts';

export const bundleEnding = 'hoso-goi';
export const answerEnding = 'hoso-tra';

/** The last digits of the bundle's id tell two bundles of one day apart. */
const shortId = (bundle: string): string => bundle.slice(-6);

/** `hoso-vanthu.xa-2026-11-27-7K2M9Q.hoso-goi`. An account's name holds only letters, digits, dots and hyphens. */
export function bundleFileName(account: string, bundle: string, madeAtUtc: string): string {
  const name = account.replaceAll(/[^\w.-]/g, '_');
  return `hoso-${name}-${civilDateInVietnam(madeAtUtc)}-${shortId(bundle)}.${bundleEnding}`;
}

/** The answer to a bundle has the bundle's own name with another ending. */
export function answerFileName(bundleFile: string): string {
  const name = bundleFile.endsWith(`.${bundleEnding}`)
    ? bundleFile.slice(0, -bundleEnding.length - 1)
    : bundleFile;
  return `${name}.${answerEnding}`;
}
