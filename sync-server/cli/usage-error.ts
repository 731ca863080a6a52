/** A mistake in how a command was used; shown without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
