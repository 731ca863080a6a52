import { describe, expect, it } from 'vitest';
import { bundleFile } from './bundle-path.ts';

describe('an app:// address names a file of the built pages, or nothing', () => {
  it.each([
    ['app://bundle/', 'index.html', 'text/html; charset=utf-8'],
    ['app://bundle/index.html?a=1#/ho-so', 'index.html', 'text/html; charset=utf-8'],
    [
      'app://bundle/assets/index-B_1x~.js',
      'assets/index-B_1x~.js',
      'text/javascript; charset=utf-8',
    ],
    ['app://bundle/assets/font.woff2', 'assets/font.woff2', 'font/woff2'],
  ])('%s', (address, path, mimeType) => {
    expect(bundleFile(address)).toEqual({ path, mimeType });
  });

  it.each([
    'app://bundle/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    'app://bundle/..%2fmain/index.cjs',
    'app://bundle/..%5c..%5cpackage.json',
    'app://bundle/assets/..\\..\\main.js',
    'app://bundle/....//main.js',
    'app://bundle//etc/hosts.json',
    'app://bundle/C:/windows/win.html',
    'app://bundle/%E0%A4%A.html',
    'app://bundle/a%00.html',
    'app://bundle/.stamp',
    'app://bundle/assets/index.js.map',
    'app://other/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('%s is refused', (address) => {
    expect(bundleFile(address)).toBeUndefined();
  });

  it('an address with dot segments stays inside the folder', () => {
    // The URL parser itself resolves them; what is left is a plain path.
    expect(bundleFile('app://bundle/../../main.js')?.path).toBe('main.js');
  });
});
