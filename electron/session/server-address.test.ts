import { describe, expect, it } from 'vitest';
import { serverOrigin } from './server-address.ts';

describe('the address of the centre', () => {
  it.each([
    ['https://hoso.laocai.example', 'https://hoso.laocai.example'],
    ['  https://hoso.example:8443/dang-nhap?x=1  ', 'https://hoso.example:8443'],
    ['http://localhost:5985', 'http://localhost:5985'],
    ['http://127.0.0.1:5985/', 'http://127.0.0.1:5985'],
    ['http://[::1]:5985', 'http://[::1]:5985'],
    // The URL parser knows shortened numbers: this is 127.0.0.1.
    ['http://127.1:80', 'http://127.0.0.1'],
  ])('%s is taken as %s', (typed, origin) => {
    expect(serverOrigin(typed)).toEqual({ ok: true, value: origin });
  });

  it.each([
    'http://hoso.laocai.example',
    'http://192.168.1.10:5985',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https://user:secret@hoso.example',
    'ftp://hoso.example',
    'file:///etc/passwd',
    'hoso.laocai.example',
    '',
  ])('%s is refused', (typed) => {
    expect(serverOrigin(typed)).toMatchObject({
      ok: false,
      problem: { code: 'SERVER_ADDRESS_INVALID' },
    });
  });
});
