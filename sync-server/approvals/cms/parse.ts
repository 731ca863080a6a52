/**
 * From bytes to the parts of a CMS SignedData (RFC 5652). Everything here may be hostile: sizes
 * are bounded before anything is parsed, and what does not parse is `undefined`.
 */
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

export interface ParsedCms {
  /** The content is inside the CMS (which we do not accept). */
  readonly embedsContent: boolean;
  readonly contentType: string;
  readonly signers: readonly pkijs.SignerInfo[];
  /** DER of each X.509 certificate, byte for byte as received: hashes are taken over these. */
  readonly certificates: readonly Uint8Array[];
}

/** A real one has 2 to 8 KB. */
const largestCmsBytes = 256 * 1024;
/** Leaf, two CAs, a root and some. Bounds the work of building a path. */
const mostCertificates = 10;

const signedDataOid = '1.2.840.113549.1.7.2';
const sequenceTag = 16;
const universalClass = 1;
const contextClass = 3;

export function parseCms(bytes: Uint8Array): ParsedCms | undefined {
  if (bytes.length > largestCmsBytes) return undefined;
  try {
    return parse(Uint8Array.from(bytes));
  } catch {
    // asn1js and pkijs throw errors of many classes on what is not their structure.
    return undefined;
  }
}

function parse(bytes: Uint8Array<ArrayBuffer>): ParsedCms | undefined {
  const { offset, result } = asn1js.fromBER(bytes);
  if (offset !== bytes.length) return undefined;
  const info = new pkijs.ContentInfo({ schema: result });
  if (info.contentType !== signedDataOid) return undefined;
  const signed = new pkijs.SignedData({ schema: info.content });
  const certificates = rawCertificates(info.content);
  if (certificates.length > mostCertificates) return undefined;
  return {
    embedsContent: signed.encapContentInfo.eContent !== undefined,
    contentType: signed.encapContentInfo.eContentType,
    signers: signed.signerInfos,
    certificates,
  };
}

/**
 * pkijs would write a certificate anew from its own reading of it; a hash over that could differ
 * from the hash over what was sent. The field is `certificates [0] IMPLICIT`.
 */
function rawCertificates(signedData: unknown): Uint8Array[] {
  if (!(signedData instanceof asn1js.Sequence)) return [];
  const field = signedData.valueBlock.value.find(
    ({ idBlock }) => idBlock.tagClass === contextClass && idBlock.tagNumber === 0,
  );
  if (!(field instanceof asn1js.Constructed)) return [];
  return field.valueBlock.value
    .filter(({ idBlock }) => idBlock.tagClass === universalClass)
    .filter(({ idBlock }) => idBlock.tagNumber === sequenceTag)
    .map((each) => Uint8Array.from(each.valueBeforeDecodeView));
}
