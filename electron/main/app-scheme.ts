/**
 * app://bundle/ serves the built pages: a real origin (IndexedDB, WebCrypto, modules) without the
 * rights of file:. What is not a file of the pages is 404.
 */
import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readIfThere } from '../disk/read-if-there.ts';
import { bundleFile } from './bundle-path.ts';
import { pageHeaders, withNonce } from './content-policy.ts';

export const mainPage = 'app://bundle/index.html';
export const pinPage = 'app://bundle/pin.html';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
    stream: true,
  };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** `serverOrigin` is asked for each answer: the address may be set while the program runs. */
export function serveAppScheme(folder: string, serverOrigin: () => string | null): void {
  protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? bundleFile(url) : undefined;
    const body = file && (await readIfThere(path.join(folder, file.path)));
    if (!file || !body) return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const headers = pageHeaders(file.mimeType, { nonce, serverOrigin: serverOrigin() });
    const isPage = file.mimeType.startsWith('text/html');
    return new Response(isPage ? withNonce(body.toString('utf8'), nonce) : new Uint8Array(body), {
      headers,
    });
  });
}
