import { describe, expect, it } from 'vitest';
import { scanLimitOn } from '../regulation/scan-limit.ts';
import { checkScan, scanTypeOf } from './media-type.ts';

const limits = { ...scanLimitOn('2026-11-27'), mostBytes: 64 };
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pdf = bytesOf('%PDF-1.7 …');
const jpeg = bytesOf('\xff\xd8\xff\xe0 JFIF');
const png = bytesOf('\x89PNG\r\n\x1a\n …');

describe('the kind of a scan', () => {
  it.each([
    ['application/pdf', pdf],
    ['image/jpeg', jpeg],
    ['image/png', png],
    [null, bytesOf('GIF89a')],
    [null, bytesOf('MZ\x90')],
    [null, bytesOf('<html>%PDF-')],
    [null, bytesOf('%PDF')],
    [null, bytesOf('')],
  ])('is %s by its first bytes', (type, bytes) => {
    expect(scanTypeOf(bytes)).toBe(type);
  });
});

describe('a file becomes a scan', () => {
  it.each([
    ['Quyết định 12.pdf', pdf, 'application/pdf'],
    ['ảnh.JPG', jpeg, 'image/jpeg'],
    ['ảnh.jpeg', jpeg, 'image/jpeg'],
    ['không đuôi', png, 'image/png'],
    ['QĐ số 12. ngày 3', pdf, 'application/pdf'],
  ])('%s', (name, bytes, type) => {
    expect(checkScan({ name, bytes }, limits)).toEqual({ ok: true, value: type });
  });

  it.each([
    ['rỗng.pdf', new Uint8Array(), 'SCAN_EMPTY'],
    ['to.pdf', new Uint8Array(65).fill(0x25), 'SCAN_TOO_LARGE'],
    ['bảng.xlsx', bytesOf('PK\x03\x04 …'), 'SCAN_TYPE_UNKNOWN'],
    ['giả.pdf', bytesOf('MZ\x90\x00'), 'SCAN_TYPE_UNKNOWN'],
    ['ảnh.jpg', pdf, 'SCAN_TYPE_MISMATCH'],
    ['văn bản.pdf', png, 'SCAN_TYPE_MISMATCH'],
    ['tệp.exe', pdf, 'SCAN_TYPE_MISMATCH'],
  ])('not %s', (name, bytes, code) => {
    const result = checkScan({ name, bytes }, limits);
    expect(result.ok ? 'taken' : result.problem.code).toBe(code);
    expect(result.ok ? '' : result.problem.message).not.toContain('{');
  });

  it('25 MB are taken, one byte more is not', () => {
    const real = scanLimitOn('2026-11-27');
    const bytes = new Uint8Array(25 * 1024 * 1024);
    bytes.set(pdf);
    expect(checkScan({ name: 'a.pdf', bytes }, real).ok).toBe(true);
    const more = new Uint8Array(bytes.length + 1);
    more.set(pdf);
    expect(checkScan({ name: 'a.pdf', bytes: more }, real)).toMatchObject({
      problem: { code: 'SCAN_TOO_LARGE', details: { mostMegabytes: 25 } },
    });
  });
});
