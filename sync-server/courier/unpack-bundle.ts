/**
 * What lies in the envelope of a bundle, unpacked and checked: heavy and of unknown content, so it runs in a worker
 * (unpack-worker.ts). Rows leave as text in pieces of bounded size: whoever takes them in reads one piece at a time.
 */
import { gunzipSync } from 'node:zlib';
import { courierBundleSchema, type CourierBundle } from '../../shared/courier/bundle.ts';
import { courierLimits } from '../../shared/courier/limits.ts';

/** Changes pack ten to thirty times smaller; what swells much more was made to swell. */
const mostSwelling = 200;
const smallBytes = 1024 * 1024;
/** More than any row that is admitted (intake/row-shape.ts). */
const mostRowCharacters = 3 * 1024 * 1024;
const pieceCharacters = 1024 * 1024;
/** As a push takes them. */
const pieceRows = 500;

export interface UnpackedBundle {
  readonly head: Omit<CourierBundle, 'rows'>;
  /** Rows in their order, each piece a JSON array. */
  readonly pieces: readonly string[];
}

/** Null for what this program does not make: cut short, or made to fill the memory. */
export function unpackBundle(packed: Uint8Array): UnpackedBundle | null {
  const json = unpacked(packed);
  if (typeof json !== 'object' || json === null || !('rows' in json)) return null;
  // Counted first: the schema would look at each.
  if (!Array.isArray(json.rows) || json.rows.length > courierLimits.rows) return null;
  const bundle = courierBundleSchema.safeParse(json).data;
  if (!bundle) return null;
  const { rows, ...head } = bundle;
  const texts = rows.map((row) => JSON.stringify(row));
  return texts.some(({ length }) => length > mostRowCharacters)
    ? null
    : { head, pieces: gathered(texts) };
}

function unpacked(packed: Uint8Array): unknown {
  const likely = Math.max(smallBytes, packed.length * mostSwelling);
  const maxOutputLength = Math.min(courierLimits.bundleBytes, likely);
  try {
    return JSON.parse(gunzipSync(packed, { maxOutputLength }).toString('utf8'));
  } catch (error) {
    // Of zlib and of JSON; a mistake of this program has no code and is no SyntaxError.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function gathered(texts: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  const close = () => {
    if (piece.length > 0) pieces.push(`[${piece.join(',')}]`);
    piece = [];
    length = 0;
  };
  for (const text of texts) {
    if (piece.length >= pieceRows || length + text.length > pieceCharacters) close();
    piece.push(text);
    length += text.length;
  }
  close();
  return pieces;
}
