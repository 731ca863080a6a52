/** Who may speak to the main process: the top frame of a page of ours, and nobody else. */

/** What we use of Electron's WebFrameMain. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** The frame is null when it was gone before its message was read. */
export function isOwnFrame(frame: SenderFrame | null, page: string): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const sent = new URL(frame.url);
  const own = new URL(page);
  // Compared in parts: `origin` of an own scheme is "null" here.
  return sent.protocol === own.protocol && sent.host === own.host && sent.pathname === own.pathname;
}
