/** Reads server-sent events from a fetch body (EventSource cannot send an Authorization header). */

export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** A comment line is a heartbeat: it shows that the line lives. */
export interface EventSink {
  event(event: ServerEvent): void;
  heartbeat(): void;
}

function parseBlock(block: string, sink: EventSink): void {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith(':')) sink.heartbeat();
    else if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
  }
  if (data.length > 0) sink.event({ name, data: data.join('\n') });
}

/** Resolves when the stream ends; throws when the line breaks. */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  sink: EventSink,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    sink.heartbeat();
    rest += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) parseBlock(block, sink);
  }
}
