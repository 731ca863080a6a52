/** From what a token returns to what X.509 and CMS expect. */

/** DER of `DigestInfo { sha256, NULL }` up to the hash (RFC 8017, 9.2 note 1). */
const sha256DigestInfoPrefix = Uint8Array.from([
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
  0x00, 0x04, 0x20,
]);

/**
 * What CKM_RSA_PKCS signs. Built here because not every token has CKM_SHA256_RSA_PKCS, and
 * those that have it hash megabytes over a slow USB line.
 */
export function sha256DigestInfo(hash: Uint8Array): Buffer {
  if (hash.length !== 32) throw new RangeError('a SHA-256 hash has 32 bytes');
  return Buffer.concat([sha256DigestInfoPrefix, hash]);
}

function derInteger(unsigned: Uint8Array): Buffer {
  let start = 0;
  while (start < unsigned.length - 1 && unsigned[start] === 0) start += 1;
  const digits = unsigned.subarray(start);
  const sign = (digits[0] ?? 0) & 0x80 ? [0] : [];
  return Buffer.from([0x02, digits.length + sign.length, ...sign, ...digits]);
}

/** CKM_ECDSA's `r || s` as `ECDSA-Sig-Value` (RFC 3279, 2.2.3). Curves up to 521 bits. */
export function ecdsaSignatureToDer(rs: Uint8Array): Buffer {
  if (rs.length === 0 || rs.length % 2 !== 0) throw new RangeError('r || s has an even length');
  const half = rs.length / 2;
  const body = Buffer.concat([derInteger(rs.subarray(0, half)), derInteger(rs.subarray(half))]);
  const header = body.length < 0x80 ? [0x30, body.length] : [0x30, 0x81, body.length];
  return Buffer.concat([Buffer.from(header), body]);
}
