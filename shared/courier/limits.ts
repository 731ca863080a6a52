/** A whole unit's first pull fits; a file beyond it was not made by this program. */
export const courierLimits = {
  fileBytes: 96 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  rows: 50_000,
  /** Of all rows as JSON: the centre unpacks 64 MB at most; what is left waits for the next bundle. */
  rowsBytes: 48 * 1024 * 1024,
} as const;
