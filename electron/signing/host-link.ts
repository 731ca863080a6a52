/** The worker's line to the process that started it: Electron's parentPort, or Node's IPC. */

export interface HostLink {
  onJob(listener: (message: unknown) => void): void;
  /** Sends the result and ends the process. */
  reply(result: unknown): void;
  crash(error: unknown): void;
}

/** What we use of Electron's `process.parentPort`; its types would pull Electron in. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/**
 * Electron gives no word when a message has left the process, so the host ends the worker when
 * it has the result; this is for a host that is gone.
 */
const lingerMs = 2000;

export function connectToHost(): HostLink {
  const port: unknown = 'parentPort' in process ? process.parentPort : undefined;
  return isParentPort(port) ? overParentPort(port) : overNodeIpc();
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}

function overParentPort(port: ParentPort): HostLink {
  return {
    onJob: (listener) => port.on('message', ({ data }) => listener(data)),
    reply: (result) => {
      port.postMessage(result);
      setTimeout(() => process.exit(0), lingerMs);
    },
    crash,
  };
}

function overNodeIpc(): HostLink {
  return {
    onJob: (listener) => process.once('message', listener),
    reply: (result) => {
      if (process.send === undefined) throw new Error('the signing worker has no parent process');
      process.send(result, undefined, undefined, () => process.exit(0));
    },
    crash,
  };
}

function crash(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : 'unknown error';
  process.stderr.write(`signing worker: ${text}\n`, () => process.exit(1));
}
