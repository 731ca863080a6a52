import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { folderJournal, type FolderJournal } from '../../helpers/folder-journal.ts';
import { newPerson, openData, signIn, until, type SignedIn } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

let gateway: Gateway;
let clerk: SignedIn;
let folder: string;
let databaseName: string;
let disk: NonNullable<LocalDataOptions['storage']>;
let open: { port: DataPort; journal: FolderJournal } | null = null;

beforeAll(async () => {
  gateway = await startGateway();
  clerk = await signIn(gateway.url, 'communeClerk');
});
afterAll(() => gateway.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-office-'));
  databaseName = `office-${randomUUID()}`;
  disk = memory();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

async function close(): Promise<void> {
  const closing = open;
  open = null;
  await closing?.port.close();
  await closing?.journal.close();
}

/** Starts the program on this PC; with another storage its IndexedDB is another, or gone. */
async function start(options: Partial<LocalDataOptions> = {}) {
  await close();
  const journal = folderJournal(folder, databaseName);
  const port = await openData(gateway.url, clerk, {
    databaseName,
    journal,
    readRoom: journal.readRoom,
    storage: disk,
    onError: () => undefined,
    ...options,
  });
  open = { port, journal };
  return open;
}

const settled = (port: DataPort) =>
  until(port.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
const names = async (port: DataPort) =>
  (await port.changes({})).map(({ personName }) => personName);
let disks = 0;

/** An empty disk. RxDB's memory storage is one for the whole process: another name is another disk. */
function memory(): NonNullable<LocalDataOptions['storage']> {
  const storage = getRxStorageMemory();
  disks += 1;
  const disk = String(disks);
  return {
    ...storage,
    createStorageInstance: <T>(params: RxStorageInstanceCreationParams<T, unknown>) =>
      storage.createStorageInstance<T>({
        ...params,
        databaseName: `${params.databaseName}-${disk}`,
        options: {},
      }),
  };
}

describe('the journal', () => {
  it('has each step before the save is done, in order, and forgets it when the centre has it', async () => {
    const line = roughLine();
    const { port, journal } = await start({ fetch: line.fetch });
    await port.sync.syncNow();
    line.cut();
    const [made] = await port.submit([newPerson('Cao Văn Ghi'), newPerson('Cao Văn Chép')]);
    expect(made?.ok).toBe(true);
    const steps = async () => (await journal.replay()).filter(({ id }) => id.startsWith('work:'));
    expect((await steps()).map(({ seq }) => seq)).toEqual([1, 2]);
    const files = await readdir(join(folder, databaseName));
    const bytes = await readFile(join(folder, databaseName, files[0] ?? ''));
    expect(bytes.includes('Cao Văn')).toBe(false);
    line.mend();
    await until(steps, (left) => left.length === 0);
  });

  it('gives back what a lost IndexedDB had of unsent work, without a line, and it arrives once', async () => {
    const line = roughLine();
    line.cut();
    const first = await start({ fetch: line.fetch });
    await first.port.submit([newPerson('Đỗ Thị Mất'), newPerson('Đỗ Văn Còn')]);
    const second = await start({ fetch: line.fetch, storage: memory() });
    expect(second.port.sync.state().waiting).toBe(2);
    expect((await names(second.port)).sort()).toEqual(['Đỗ Thị Mất', 'Đỗ Văn Còn']);
    await second.port.submit([newPerson('Đỗ Thị Sau')]);
    line.mend();
    await second.port.sync.syncNow();
    await settled(second.port);
    const all = await names(second.port);
    for (const name of ['Đỗ Thị Mất', 'Đỗ Văn Còn', 'Đỗ Thị Sau']) {
      expect(all.filter((one) => one === name)).toHaveLength(1);
    }
  });

  it('keeps a refused step with its reason when IndexedDB is lost', async () => {
    const taken = newPerson('Hà Thị Đầu');
    const first = await start();
    await first.port.submit([taken]);
    await settled(first.port);
    await first.port.submit([{ ...newPerson('Hà Thị Trùng'), patch: taken.patch }]);
    await until(first.port.sync.state, ({ refused }) => refused === 1);
    const second = await start({ storage: memory() });
    const [item] = await second.port.refused();
    expect(item?.change?.patch).toEqual(taken.patch);
    expect(item?.problem.code).toBe('IDENTITY_NUMBER_TAKEN');
    await second.port.discard(item?.id ?? '');
    const third = await start({ storage: memory() });
    expect(await third.port.refused()).toEqual([]);
  });

  it('gives back an unfinished form of a lost IndexedDB, and not one that was given up', async () => {
    const form = {
      patch: { note: { text: 'dở dang' } },
      above: {},
      seenVersion: 3,
      evidence: [],
      keptAtUtc: '2026-11-27T08:00:00.000Z',
    };
    const first = await start();
    await first.port.unfinished.write('new', form);
    await first.port.unfinished.write('edit:dossier:1', form);
    await first.port.unfinished.write('edit:dossier:1', null);
    const second = await start({ storage: memory() });
    expect(await second.port.unfinished.list()).toEqual(['new']);
    expect(await second.port.unfinished.read('new')).toEqual(form);
  });

  it('takes in the steps of a PC whose journal was lost, and goes on counting above them', async () => {
    const line = roughLine();
    line.cut();
    const first = await start({ fetch: line.fetch });
    await first.port.submit([newPerson('Lý Văn Cũ'), newPerson('Lý Thị Cũ')]);
    await close();
    await rm(folder, { recursive: true, force: true });
    const second = await start({ fetch: line.fetch });
    await second.port.submit([newPerson('Lý Văn Mới')]);
    const entries = await second.journal.replay();
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('does not save on a full disk, says so, and saves again when there is room', async () => {
    const line = roughLine();
    const { port, journal } = await start({ fetch: line.fetch });
    await port.sync.syncNow();
    line.cut();
    journal.freeBytes(12_000_000);
    const person = newPerson('Mai Thị Đầy');
    expect(await port.submit([person])).toMatchObject([
      { ok: false, problem: { code: 'DISK_FULL', details: { freeMegabytes: 12 } } },
    ]);
    expect(port.sync.state().waiting).toBe(0);
    expect(await names(port)).not.toContain('Mai Thị Đầy');
    journal.freeBytes(1e10);
    expect(await port.submit([person])).toMatchObject([{ ok: true }]);
    expect(port.sync.state().waiting).toBe(1);
  });
});

describe('receiving', () => {
  it('pauses on a full disk without hurry, while work still goes out, and goes on when there is room', async () => {
    let asked = 0;
    const line = roughLine();
    const counting: typeof fetch = (input, init) => {
      if (String(input).includes('/api/sync/pull')) asked += 1;
      return line.fetch(input, init);
    };
    line.cut();
    const before = await start({ fetch: counting });
    await before.port.submit([newPerson('Ngô Văn Gửi')]);
    await close();
    line.mend();
    asked = 0;
    const journal = folderJournal(folder, databaseName);
    journal.freeBytes(10_000_000);
    const port = await openData(gateway.url, clerk, {
      databaseName,
      journal,
      readRoom: journal.readRoom,
      storage: disk,
      fetch: counting,
    });
    open = { port, journal };
    await until(
      port.sync.state,
      ({ problem, waiting }) => problem?.code === 'DISK_FULL_PAUSED' && waiting === 0,
    );
    expect(asked).toBe(0);
    expect(port.keeping.state().room).toBe('full');
    journal.freeBytes(1e10);
    await settled(port);
    expect(await names(port)).toContain('Ngô Văn Gửi');
    await until(port.keeping.state, ({ room }) => room === 'enough');
  });
});

describe('a database that was lost or damaged', () => {
  it('is filled again, and the person is told while it is', async () => {
    const first = await start();
    await first.port.sync.syncNow();
    const before = (await first.port.dossiers({ offset: 0, limit: 1 })).total;
    const line = roughLine();
    line.cut();
    const second = await start({ storage: memory(), fetch: line.fetch });
    expect(second.port.keeping.state().rebuilding).toBe(true);
    line.mend();
    await second.port.sync.syncNow();
    await until(second.port.keeping.state, ({ rebuilding }) => !rebuilding);
    expect((await second.port.dossiers({ offset: 0, limit: 1 })).total).toBe(before);
  });

  it('that cannot be opened is deleted and made anew, with the unsent work in it', async () => {
    const line = roughLine();
    line.cut();
    const first = await start({ fetch: line.fetch });
    await first.port.submit([newPerson('Phùng Văn Bền')]);
    let wiped = 0;
    const broken = memory();
    const storage: LocalDataOptions['storage'] = {
      ...broken,
      createStorageInstance: async <T>(params: RxStorageInstanceCreationParams<T, unknown>) => {
        if (wiped === 0) throw new DOMException('Internal error opening', 'UnknownError');
        return broken.createStorageInstance<T>(params);
      },
    };
    const wipe = () => {
      wiped += 1;
      return Promise.resolve();
    };
    const second = await start({ fetch: line.fetch, storage, wipe });
    expect(wiped).toBe(1);
    expect(second.port.keeping.state().rebuilding).toBe(true);
    expect(await names(second.port)).toEqual(['Phùng Văn Bền']);
  });

  it('is not deleted because the disk is full', async () => {
    const storage: LocalDataOptions['storage'] = {
      ...memory(),
      createStorageInstance: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const wipe = () => Promise.reject(new Error('deleted'));
    await expect(start({ storage, wipe })).rejects.toThrow('full');
  });

  it('with single rows that do not open pulls these anew, and takes a step from the journal', async () => {
    const line = roughLine();
    const rows = spoilable();
    const first = await start({ storage: rows.storage, fetch: line.fetch });
    await settled(first.port);
    const before = (await first.port.dossiers({ offset: 0, limit: 1 })).total;
    line.cut();
    await first.port.submit([newPerson('Quách Thị Nguyên')]);
    await close();
    rows.spoil('change', 2);
    rows.spoil('work', 1);
    rows.spoil('meta', 9);
    const second = await start({ storage: rows.storage, fetch: line.fetch });
    expect((await second.port.dossiers({ offset: 0, limit: 1 })).total).toBe(before - 2 + 1);
    expect(await names(second.port)).toContain('Quách Thị Nguyên');
    line.mend();
    await second.port.sync.syncNow();
    await settled(second.port);
    await until(
      () => second.port.dossiers({ offset: 0, limit: 1 }),
      ({ total }) => total === before + 1,
    );
  });

  it('tells of steps that neither IndexedDB nor the journal can give back', async () => {
    const line = roughLine();
    line.cut();
    const first = await start({ fetch: line.fetch });
    await first.port.submit([newPerson('Trịnh Văn Hỏng')]);
    const [entry] = await first.journal.replay();
    await first.journal.append([{ ...entry!, body: 'không mở được' }]);
    const second = await start({ fetch: line.fetch, storage: memory() });
    expect(second.port.keeping.state().unreadable).toBe(1);
    // It stays where it is, for whoever can read it.
    expect((await second.journal.replay()).map(({ id }) => id)).toContain(entry?.id);
  });
});

/** A disk on which bodies of rows can be spoiled between two starts. */
function spoilable() {
  const memoryStorage = getRxStorageMemory();
  const spoilers = new Map<string, (count: number) => void>();
  const storage: LocalDataOptions['storage'] = {
    ...memoryStorage,
    createStorageInstance: async <T>(params: RxStorageInstanceCreationParams<T, unknown>) => {
      const instance = await memoryStorage.createStorageInstance<T>({ ...params, options: {} });
      spoilers.set(params.collectionName, (count) => {
        const living = [...instance.internals.documents.values()].filter((row) => !row._deleted);
        for (const row of living.slice(0, count)) Object.assign(row, { body: 'AAAA' });
      });
      return instance;
    },
  };
  return {
    storage,
    spoil: (collection: string, count: number) => spoilers.get(collection)?.(count),
  };
}
