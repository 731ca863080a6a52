/** What the load generator is told, and what it answers; JSON over stdin and stdout. */

export interface PlannedRequest {
  /** `pull` fills in its cursors, `changes` the place of `@since`. */
  readonly kind: 'push' | 'pull' | 'bulk' | 'changes';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body: string | null;
}

export interface LoadPlan {
  readonly url: string;
  /** The requests of each client, one after another. */
  readonly clients: readonly (readonly PlannedRequest[])[];
}

export interface LoadResult {
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly taken: readonly number[];
  /** Of the generator itself. */
  readonly processorMs: number;
}
