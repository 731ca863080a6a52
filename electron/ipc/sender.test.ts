import { expect, it } from 'vitest';
import { isOwnFrame } from './sender.ts';

const page = 'app://bundle/index.html';

it.each([
  'app://bundle/index.html',
  'app://bundle/index.html#/ho-so?x=1',
  'app://bundle/index.html?a',
])('%s in the top frame may speak', (url) => {
  expect(isOwnFrame({ url, parent: null }, page)).toBe(true);
});

it.each([
  'app://bundle/pin.html',
  'app://bundle.evil/index.html',
  'app://other/index.html',
  'https://bundle/index.html',
  'data:text/html,app://bundle/index.html',
  'about:blank',
  '',
])('%s may not', (url) => {
  expect(isOwnFrame({ url, parent: null }, page)).toBe(false);
});

it('a frame inside our page, or one that is gone, may not', () => {
  expect(isOwnFrame({ url: page, parent: {} }, page)).toBe(false);
  expect(isOwnFrame(null, page)).toBe(false);
});
