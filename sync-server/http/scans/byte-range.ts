/** `Range: bytes=a-b` of one part. Pure. What is no range of ours is answered with the whole, as HTTP wants it. */
export interface ByteRange {
  readonly start: number;
  /** Before this byte. */
  readonly end: number;
}

/** `'whole'`: no range was asked for. `null`: one that lies outside (416). */
export function byteRange(header: string | undefined, bytes: number): ByteRange | 'whole' | null {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header ?? '');
  if (!match) return 'whole';
  const start = Number(match[1]);
  const end = match[2] === undefined ? bytes : Math.min(Number(match[2]) + 1, bytes);
  return start >= bytes || end <= start ? null : { start, end };
}
