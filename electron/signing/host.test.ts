import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failed } from '../../shared/errors/index.ts';
import { createSigningHost, type SigningHost, type SigningProcess } from './host.ts';

/** A worker that says what the test wants it to say. */
class FakeWorker implements SigningProcess {
  readonly received: unknown[] = [];
  killed = false;
  speak: (message: unknown) => void = () => undefined;
  exit: (code: number | null) => void = () => undefined;
  postMessage(message: unknown): void {
    this.received.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.speak = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.killed = true;
  }
}

const request = {
  module: '/driver.so',
  tokenSerial: 's1',
  certificateSha256: 'a'.repeat(64),
  pin: '12345678',
  content: Uint8Array.of(1),
};

let workers: FakeWorker[];
let host: SigningHost;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  host = createSigningHost({
    workerPath: '/worker.js',
    timeoutMs: 1000,
    fork: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
});
afterEach(() => vi.useRealTimers());

const last = (): FakeWorker => {
  const worker = workers.at(-1);
  if (worker === undefined) throw new Error('no worker was started');
  return worker;
};

describe('each operation has a worker of its own', () => {
  test('which gets one job and is ended after its answer', async () => {
    const signing = host.sign(request);
    const value = { cms: Uint8Array.of(0x30), certificateSha256: request.certificateSha256 };
    last().speak({ ok: true, value });
    expect(await signing).toEqual({ ok: true, value });
    expect(last().received).toEqual([{ kind: 'sign', ...request }]);
    expect(last().killed).toBe(true);
  });

  test('a problem of the catalogue comes through as it is', async () => {
    const signing = host.sign(request);
    last().speak(failed('PIN_LAST_TRY'));
    expect(await signing).toEqual(failed('PIN_LAST_TRY'));
  });

  test('after a signing the next one may start', async () => {
    const first = host.sign(request);
    last().speak(failed('PIN_WRONG'));
    await first;
    const second = host.sign(request);
    expect(workers).toHaveLength(2);
    last().speak(failed('PIN_WRONG'));
    expect(await second).toEqual(failed('PIN_WRONG'));
  });
});

describe('a worker that fails', () => {
  test('by silence is ended at the time limit', async () => {
    const listing = host.list('/driver.so');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await listing).toEqual(failed('SIGNING_TIMED_OUT'));
    expect(last().killed).toBe(true);
  });

  test.each([
    [139, 'EXIT_139'],
    [null, 'EXIT_SIGNAL'],
  ])('by its end (%s) is a device error', async (code, reason) => {
    const signing = host.sign(request);
    last().exit(code);
    expect(await signing).toEqual(failed('SIGNING_DEVICE_ERROR', { reason }));
  });

  test.each([
    ['nothing', undefined],
    ['a token list where a signature was asked for', { ok: true, value: [] }],
    ['a problem outside the catalogue', { ok: false, problem: { code: 'ODD', message: '' } }],
  ])('by answering %s is a device error', async (_what, message) => {
    const signing = host.sign(request);
    last().speak(message);
    expect(await signing).toEqual(failed('SIGNING_DEVICE_ERROR', { reason: 'BAD_REPLY' }));
  });
});

test('a second signing meanwhile is refused without a worker', async () => {
  const first = host.sign(request);
  expect(await host.sign(request)).toEqual(failed('SIGNING_IN_PROGRESS'));
  expect(workers).toHaveLength(1);
  last().exit(0);
  await first;
});

test('a signing cancelled before it began starts no worker', async () => {
  expect(await host.sign(request, AbortSignal.abort())).toEqual(failed('PIN_CANCELLED'));
  expect(workers).toEqual([]);
});
