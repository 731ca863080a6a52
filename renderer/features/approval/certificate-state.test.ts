import { describe, expect, it } from 'vitest';
import type { TokenInfo } from '../../../shared/contract/signing.ts';
import { choicesOf, obviousChoice } from './certificate-state.ts';

const now = '2026-11-22T03:00:00.000Z';
const certificate = (sha256: string, over: object = {}) => ({
  sha256,
  subject: '',
  commonName: '',
  issuer: '',
  serialNumber: '',
  notBeforeUtc: '2025-01-01T00:00:00.000Z',
  notAfterUtc: '2028-01-01T00:00:00.000Z',
  usableForSigning: true,
  ...over,
});
const token = (certificates: TokenInfo['certificates'], over: object = {}): TokenInfo => ({
  serial: '1',
  label: '',
  model: '',
  manufacturer: '',
  pinLow: false,
  pinFinal: false,
  pinLocked: false,
  certificates,
  ...over,
});
const choices = (tokens: TokenInfo[], registered: string[] = []) =>
  choicesOf({ module: '', tokens }, registered, now);

describe('choosing a certificate', () => {
  it('says why a certificate cannot sign', () => {
    const faults = choices([
      token([
        certificate('a', { notAfterUtc: '2026-11-22T02:59:59.000Z' }),
        certificate('b', { notBeforeUtc: '2026-11-23T00:00:00.000Z' }),
        certificate('c', { usableForSigning: false }),
        certificate('d'),
      ]),
      token([certificate('e')], { pinLocked: true }),
    ]).map((choice) => choice.fault);
    expect(faults).toEqual(['expired', 'notYet', 'notForSigning', null, 'locked']);
  });

  it('chooses the only one that can sign', () => {
    const one = choices([token([certificate('a', { usableForSigning: false }), certificate('b')])]);
    expect(obviousChoice(one)?.certificate.sha256).toBe('b');
  });

  it('prefers the registered one, and leaves two registered ones to the person', () => {
    const two = [token([certificate('a')]), token([certificate('b')])];
    expect(obviousChoice(choices(two))).toBeUndefined();
    expect(obviousChoice(choices(two, ['b']))?.certificate.sha256).toBe('b');
    expect(obviousChoice(choices(two, ['a', 'b']))).toBeUndefined();
  });
});
