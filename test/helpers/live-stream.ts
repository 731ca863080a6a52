/** Reads the live signal as a client does: events one by one, and its end. */
import { liveEventSchema } from '../../shared/contract/sync.ts';

export interface LiveStream {
  /** The databases of the next event; null when the stream has ended. */
  next(): Promise<readonly string[] | null>;
  close(): void;
}

export async function openLiveStream(url: string, token: string): Promise<LiveStream> {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/sync/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const event = /event: changed\ndata: (.*)\n\n/.exec(text);
        if (event) {
          text = text.slice(event.index + event[0].length);
          return liveEventSchema.parse(JSON.parse(event[1] ?? '')).databases;
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
      }
    },
    close: () => stop.abort(),
  };
}
