/**
 * Seals what a row says before it is written to the disk. Ids, unit, type, times and state stay in clear;
 * all else goes through here, many rows at a time, so that a sealer may use WebCrypto. A sealed text is
 * bound to its row's id: put under another row it does not open.
 */
export interface Unsealed {
  readonly id: string;
  readonly value: unknown;
}

export interface Sealed {
  readonly id: string;
  readonly body: string;
}

export interface Sealer {
  /** One sealed text per row, in order. The same value need not give the same text twice. */
  seal(rows: readonly Unsealed[]): Promise<readonly string[]>;
  /** @throws UnsealError when a text was sealed by another key, for another row, or is damaged */
  open(rows: readonly Sealed[]): Promise<readonly unknown[]>;
}

/** Names the rows that do not open, so that the others can be used and these be fetched anew. */
export class UnsealError extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(`${ids.length} sealed rows do not open`);
    this.ids = ids;
  }
}
