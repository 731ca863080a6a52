/**
 * From an app:// address to a file of the built pages. Pure. Invariant: what comes out never
 * leaves the folder, whatever the address holds (`..`, %2e%2e%2f, backslashes, drive letters).
 */

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
};

export interface BundleFile {
  /** Relative to the folder of the pages, with forward slashes. */
  readonly path: string;
  readonly mimeType: string;
}

/** Letters, digits and what bundlers put into file names; everything else has no file here. */
const segment = /^[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*$/;

/** `undefined` when the address names nothing that may be served. */
export function bundleFile(address: string): BundleFile | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'app:' || url.host !== 'bundle') return undefined;
  const path = url.pathname === '' || url.pathname === '/' ? '/index.html' : url.pathname;
  const segments = path.slice(1).split('/');
  // Percent-encoding is refused as a whole: no file of ours needs it, and it is how `..` gets in.
  if (!segments.every((part) => segment.test(part))) return undefined;
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  const mimeType = types[extension];
  return mimeType === undefined ? undefined : { path: segments.join('/'), mimeType };
}
