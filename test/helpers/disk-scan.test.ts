/** The scanner must find what it is there to find: each form in which a text could lie on the disk. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { foldText } from '../../shared/vietnamese/fold.ts';
import { textsIn } from './disk-scan.ts';

const name = 'Nguyễn Thị Cẩm Tú';
const noise = randomBytes(3_001);
const around = (bytes: Buffer) => Buffer.concat([noise, bytes, noise]);

it.each<readonly [string, (text: string) => Buffer]>([
  ['as it is', (text) => Buffer.from(text)],
  ['decomposed', (text) => Buffer.from(text.normalize('NFD'))],
  ['without marks', (text) => Buffer.from(foldText(text))],
  ['as UTF-16, little end first', (text) => Buffer.from(text, 'utf16le')],
  ['as UTF-16, big end first', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['inside base64', (text) => Buffer.from(Buffer.from(`{"a":"${text}"}`).toString('base64'))],
  [
    'inside base64 of UTF-16',
    (text) => Buffer.from(Buffer.from(`x${text}`, 'utf16le').toString('base64')),
  ],
  [
    'as JSON escapes',
    (text) =>
      Buffer.from(
        text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ),
  ],
])('finds a name %s', (_, write) => {
  expect(textsIn(around(write(name)), [name, 'Huỳnh Thanh Ẩn'])).toEqual([name]);
});

it('finds a number, and a short word only where it stands by itself', () => {
  expect(textsIn(around(Buffer.from('087190990001')), ['087190990001'])).toEqual(['087190990001']);
  expect(textsIn(Buffer.from('{"a":"Quoc"}'), ['Quoc'])).toEqual(['Quoc']);
  expect(textsIn(Buffer.from('AbQuocZ/x+'), ['Quoc'])).toEqual([]);
});

it('finds nothing in random bytes', () => {
  const words = ['Nguyệt', 'Thanh', 'Quoc', name];
  expect(textsIn(Buffer.from(randomBytes(400_000).toString('base64')), words)).toEqual([]);
});
