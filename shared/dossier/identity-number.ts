/**
 * The personal identity number (số định danh cá nhân): three digits of province or country, one of century and
 * sex, two of the birth year, six random ones (NĐ 137/2015/NĐ-CP, Điều 13; Luật Căn cước 2023, Điều 12).
 * It has no check digit.
 */
import { identityNumberPattern, type Gender } from './content.ts';

/** The 63 provinces and cities before 1 July 2025; numbers given then keep their codes. */
const provinceCodes: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 ' +
    '040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 ' +
    '083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

export interface IdentityNumberFacts {
  readonly gender: Gender;
  readonly birthYear: number;
  /** The fourth digit: century and sex. */
  readonly digit: string;
  /** Whether the first three digits are a known province, or a country (from 100 on). */
  readonly placeKnown: boolean;
}

/** What a number says of its holder; null when it has not 12 digits. */
export function identityNumberFacts(number: string): IdentityNumberFacts | null {
  if (!identityNumberPattern.test(number)) return null;
  const digit = number.charAt(3);
  const century = 1900 + Math.floor(Number(digit) / 2) * 100;
  const place = number.slice(0, 3);
  return {
    gender: Number(digit) % 2 === 0 ? 'male' : 'female',
    birthYear: century + Number(number.slice(4, 6)),
    digit,
    placeKnown: provinceCodes.has(place) || place >= '100',
  };
}
