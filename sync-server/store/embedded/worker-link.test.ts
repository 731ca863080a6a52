import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { StoreError } from '../document-store.ts';
import { startWorker } from './worker-link.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoso-link-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = (source: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ kind: 'ready' });
    parentPort.on('message', () => { ${source} });`)}`,
  );

describe('the link to the worker', { timeout: 60_000 }, () => {
  it.each([
    ['throws', "throw new Error('disk on fire');", 'disk on fire'],
    ['exits', 'process.exit(0);', 'ended'],
  ])('fails every call, open and later, when the worker %s', async (_what, source, reason) => {
    const onFailure = vi.fn<(error: StoreError) => void>();
    const link = await startWorker('unused', { onWrote: () => {}, onFailure }, script(source));
    const gone = { status: 503, error: 'store_stopped', reason: expect.stringContaining(reason) };
    const open = await Promise.allSettled([link.call('databaseNames'), link.call('info', 'a')]);
    for (const outcome of open) expect(outcome).toMatchObject({ status: 'rejected', reason: gone });
    await expect(link.call('databaseNames')).rejects.toMatchObject(gone);
    expect(onFailure).toHaveBeenCalledTimes(1);
    await link.close();
  });

  it('says why a file cannot be opened', async () => {
    const events = { onWrote: () => {}, onFailure: () => {} };
    const file = join(folder, 'none', 'store.sqlite');
    await expect(startWorker(file, events)).rejects.toMatchObject({
      status: 503,
      reason: expect.stringContaining('unable to open'),
    });
  });

  it('answers what is under way before it closes, and refuses what comes after', async () => {
    const events = { onWrote: () => {}, onFailure: vi.fn<(error: StoreError) => void>() };
    const link = await startWorker(join(folder, 'store.sqlite'), events);
    const creating = link.call('createDatabase', 'a');
    const closing = link.close();
    await expect(creating).resolves.toBeUndefined();
    await expect(link.call('databaseNames')).rejects.toMatchObject({ status: 503 });
    await closing;
    expect(events.onFailure).not.toHaveBeenCalled();
  });
});
