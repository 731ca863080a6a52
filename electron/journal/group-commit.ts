/** Requests that come while the disk is busy go together in the next write: one sync for all of them. */
import type { Queue } from '../disk/queue.ts';

interface Waiting<Request> {
  readonly request: Request;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export interface GroupCommitParts<Request> {
  readonly inTurn: Queue;
  readonly write: (requests: readonly Request[]) => Promise<void>;
  /** After the callers have their answer. A failure costs room, not work; the next commit tries again. */
  readonly tidy: () => Promise<void>;
}

export function groupCommit<Request>(
  parts: GroupCommitParts<Request>,
): (request: Request) => Promise<void> {
  let waiting: Waiting<Request>[] = [];

  async function commit(): Promise<void> {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      await parts.write(group.map(({ request }) => request));
    } catch (error) {
      for (const { failed } of group) failed(error);
      return;
    }
    for (const { done } of group) done();
    await parts.tidy();
  }
  return (request) =>
    new Promise((done, failed) => {
      waiting.push({ request, done, failed });
      void parts.inTurn(commit).catch(() => undefined);
    });
}
