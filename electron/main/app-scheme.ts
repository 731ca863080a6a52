// app://bundle/ serves the built pages: a real origin (IndexedDB, WebCrypto, modules) without file: rights.
import { net, protocol } from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        stream: true,
      },
    },
  ]);
}

/** Serves the files of `folder`, and nothing outside it; the pages may speak to `serverUrl` only. */
export function serveAppScheme(folder: string, serverUrl: string | undefined): void {
  const policy = contentPolicy(serverUrl);
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = path.join(folder, path.normalize(decodeURIComponent(url.pathname)));
    if (url.host !== 'bundle' || !file.startsWith(folder + path.sep)) {
      return new Response('Not found', { status: 404 });
    }
    const found = await net.fetch(pathToFileURL(file).href).catch(() => undefined);
    if (!found) return new Response('Not found', { status: 404 });
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    return new Response(found.body, { status: found.status, headers });
  });
}

function contentPolicy(serverUrl: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // antd writes style elements, two of them without a nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${serverUrl ? new URL(serverUrl).origin : ''}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
