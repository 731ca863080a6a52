/**
 * The canonical form (RFC 8785, JSON Canonicalization Scheme) and its SHA-256.
 * What is hashed and signed is always this text in UTF-8, so that any program can check it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { JsonValue } from './json.ts';

/** @throws TypeError when the value holds something JSON cannot carry (NaN, undefined, functions). */
export function canonicalForm(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical form');
  return text;
}

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the canonical form. */
export function canonicalDigest(value: JsonValue): string {
  return sha256Hex(canonicalForm(value));
}
