/** The style nonce that the server or the main process put into the page; undefined where none is needed. */
export function cspNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  // Chromium hides the `nonce` attribute of live elements, but not `content`.
  return meta?.content || meta?.nonce || undefined;
}
