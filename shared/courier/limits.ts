/** A whole unit's first pull fits; a file beyond it was not made by this program. */
export const courierLimits = {
  fileBytes: 96 * 1024 * 1024,
  /** Of an answer, as the office unpacks it. */
  unpackedBytes: 512 * 1024 * 1024,
  rows: 50_000,
  /** Of a bundle, as the centre unpacks it. An office's whole staff fits, entered anew. */
  bundleBytes: 64 * 1024 * 1024,
  /** Of all its rows as JSON, with room for the rest; what is left waits for the next bundle. */
  rowsBytes: 48 * 1024 * 1024,
} as const;
