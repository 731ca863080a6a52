/**
 * The headers of every page we serve. Pure. The pages may run our scripts, show our pictures and
 * speak to one server: the configured centre.
 */

export interface PolicyInput {
  /** Fresh for every answer; antd puts it on the style elements it makes. */
  readonly nonce: string;
  /** Origin of the centre, or null before it is known. */
  readonly serverOrigin: string | null;
}

export function contentPolicy({ nonce, serverOrigin }: PolicyInput): string {
  const connect = serverOrigin === null ? "'self'" : `'self' ${serverOrigin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

export function pageHeaders(
  mimeType: string,
  policy: PolicyInput,
): Readonly<Record<string, string>> {
  return {
    'content-type': mimeType,
    'content-security-policy': contentPolicy(policy),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    // A page carries its nonce: it must never come out of a cache.
    'cache-control': mimeType.startsWith('text/html') ? 'no-store' : 'no-cache',
  };
}

/** Tells the page its nonce; `<meta name="csp-nonce">` is where the renderer looks for it. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(
    /<head[^>]*>/i,
    (head) => `${head}<meta name="csp-nonce" content="${nonce}" />`,
  );
}
