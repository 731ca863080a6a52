/** Work that is done at the start and then again and again, never twice at once. A failure waits for the next time. */
export interface Repeated {
  readonly everyMs: number;
  readonly work: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Returns the way to stop; it waits for the work under way. */
export function repeat({ everyMs, work, onFailure }: Repeated): () => Promise<void> {
  const once = () => work().catch(onFailure);
  let running = once();
  const timer = setInterval(() => {
    running = running.then(once);
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
