import { describe, expect, it } from 'vitest';
import { readEventStream, type ServerEvent } from './event-stream.ts';

const streamOf = (...chunks: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

async function read(...chunks: readonly string[]) {
  const events: ServerEvent[] = [];
  let beats = 0;
  await readEventStream(streamOf(...chunks), {
    event: (event) => events.push(event),
    heartbeat: () => (beats += 1),
  });
  return { events, beats };
}

describe('server-sent events', () => {
  it('come whole, however the line cuts them', async () => {
    const { events } = await read(
      'event: cha',
      'nged\nda',
      'ta: {"databases":["desk-h20"]}\n',
      '\n',
    );
    expect(events).toEqual([{ name: 'changed', data: '{"databases":["desk-h20"]}' }]);
  });

  it('may hold several lines of data and Windows line ends', async () => {
    const { events } = await read('data: a\r\ndata: b\r\n\r\nevent: x\ndata: c\n\n');
    expect(events).toEqual([
      { name: 'message', data: 'a\nb' },
      { name: 'x', data: 'c' },
    ]);
  });

  it('a comment is a heartbeat and no event', async () => {
    const { events, beats } = await read(': still here\n\n');
    expect(events).toEqual([]);
    expect(beats).toBeGreaterThan(0);
  });

  it('an event cut off by the end of the line is none', async () => {
    expect((await read('event: changed\ndata: {')).events).toEqual([]);
  });
});
