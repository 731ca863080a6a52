/** Sizes as people read them: 12 KB, 1,4 MB. Pure. */
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${number.format(bytes / (1024 * 1024))} MB`;
}
