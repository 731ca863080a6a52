/**
 * A document that stands in the store in a form that this program does not know: damaged, or of a later version.
 * Whoever deletes, or judges by absence, must end on it: what cannot be read is not the same as what is not there.
 */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
  readonly database: string;
  /** Ids say nothing about people and may be logged. */
  readonly id: string;

  constructor(database: string, id: string, cause?: unknown) {
    super(`a document of ${database} cannot be read`, { cause });
    this.database = database;
    this.id = id;
  }
}
