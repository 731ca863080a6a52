/** What sealed bytes say they are; bound to them, so that they open nowhere else. */
export const frameCipherAbout = (sha256: string): string => `hoso-scan-1\n${sha256}`;
export const pieceAbout = (upload: string, offset: number): string =>
  `hoso-upload-1\n${upload}\n${offset}`;
