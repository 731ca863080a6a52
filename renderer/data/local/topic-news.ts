/** Tells the screens which kinds of data changed, gathered over a moment: a pull writes many rows. */
import type { Topic } from '../port/data-port.ts';

export interface TopicNews {
  tell(...topics: readonly Topic[]): void;
  subscribe(listener: (topics: ReadonlySet<Topic>) => void): () => void;
  close(): void;
}

/** A screen drawn anew ten times a second is fresh enough, and leaves time to work. */
const gatherMs = 100;

export function createTopicNews(): TopicNews {
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>();
  let gathered = new Set<Topic>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const send = () => {
    timer = null;
    const topics = gathered;
    gathered = new Set();
    for (const listener of listeners) listener(topics);
  };
  return {
    tell: (...topics) => {
      for (const topic of topics) gathered.add(topic);
      if (gathered.size > 0) timer ??= setTimeout(send, gatherMs);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (timer) clearTimeout(timer);
      listeners.clear();
    },
  };
}
