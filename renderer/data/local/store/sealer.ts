/**
 * Seals what a document says before it is written to disk. Ids, unit, type, times and state stay in clear;
 * all else goes through here, many documents at a time, so that a sealer may use WebCrypto.
 */
export interface Sealer {
  /** One sealed text per document, in order. The same document need not give the same text twice. */
  seal(documents: readonly unknown[]): Promise<readonly string[]>;
  /** @throws when a text was not sealed by this key or is damaged */
  open(sealed: readonly string[]): Promise<readonly unknown[]>;
}

/** JSON as it is, for a disk that is sealed by other means, and for tests. */
export const plainSealer: Sealer = {
  seal: (documents) => Promise.resolve(documents.map((document) => JSON.stringify(document))),
  open: (sealed) =>
    Promise.resolve(
      sealed.map((text): unknown => {
        const document: unknown = JSON.parse(text);
        return document;
      }),
    ),
};
