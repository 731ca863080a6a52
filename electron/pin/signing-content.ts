/**
 * What the page wants signed, read by the main process itself. Only the canonical text of an
 * approval's manifest, in the name of the signed-in account, is ever put before the PIN window, and
 * what that window shows is taken from those very bytes: a page cannot show one thing and have
 * another signed.
 */
import { manifestSchema, manifestText } from '../../shared/approval/approval.ts';
import { sha256Hex } from '../../shared/canonical/canonical.ts';
import type { PinContent } from '../../shared/contract/ipc.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { parseJson } from '../disk/parse-json.ts';

/** Who is signed in, as the centre named them. */
export interface Signer {
  readonly account: string;
  readonly name: string;
}

/** SIGNING_CONTENT_REFUSED for everything but this signer's own manifest; SESSION_EXPIRED without one. */
export function readContent(text: string, signer: Signer | null): Result<PinContent> {
  if (signer === null) return failed('SESSION_EXPIRED');
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) return failed('SIGNING_CONTENT_REFUSED');
  const manifest = parsed.data;
  const own = manifest.signer.account === signer.account && manifest.signer.name === signer.name;
  // Another order, a key twice, a space more: two programs could read such a text in two ways.
  if (!own || manifestText(manifest) !== text) return failed('SIGNING_CONTENT_REFUSED');
  const [year, month] = manifest.period.split('-');
  return done({
    unit: manifest.unit,
    period: `${month}/${year}`,
    changes: manifest.changes.length,
    signer: manifest.signer.name,
    contentCode: contentCode(text),
  });
}

/** The first 16 hex digits of the text's SHA-256, in groups of 4: short enough to be compared by eye. */
export function contentCode(text: string): string {
  return sha256Hex(text).slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';
}
