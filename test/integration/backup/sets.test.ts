/** Backup sets over the real store: what is taken comes back whole, and what was touched is found out. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../shared/errors/index.ts';
import { backupKeyOf } from '../../../sync-server/backup/backup-key.ts';
import { doBackupWork } from '../../../sync-server/backup/backup-work.ts';
import { keepSets } from '../../../sync-server/backup/keep-sets.ts';
import { newestSet } from '../../../sync-server/backup/open-set.ts';
import { proveSet } from '../../../sync-server/backup/prove-set.ts';
import { restoreIntoFolder } from '../../../sync-server/backup/restore-set.ts';
import { listSets } from '../../../sync-server/backup/set-folder.ts';
import { stillStanding } from '../../../sync-server/backup/standing-set.ts';
import { verifySet } from '../../../sync-server/backup/verify-set.ts';
import { noBackupYet, readLastBackup } from '../../../sync-server/documents/last-backup.ts';
import { openForCopying, openStore } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import type { ReadableStore } from '../../../sync-server/store/document-store.ts';
import { trustRoot } from '../../../sync-server/approvals/trusted-roots.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';
import { contentOf, openCentre, type BackedUpCentre } from './place.ts';

vi.setConfig({ testTimeout: 180_000 });
let centre: BackedUpCentre;
beforeEach(async () => {
  centre = await openCentre();
});
afterEach(() => centre.close());

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** Documents of every kind a database can hold. */
async function fill(): Promise<void> {
  const { store } = centre;
  await store.createDatabase('desk-h20-99');
  const docs = Array.from({ length: 1200 }, (_, n) => ({
    _id: `change:${n}`,
    text: 'Nguyễn Văn Bền',
  }));
  const written = await store.bulkDocs('desk-h20-99', docs);
  const [first, second] = written;
  await store.bulkDocs('desk-h20-99', [
    { _id: 'change:0', _rev: first?.ok ? first.rev : '', _deleted: true },
    { _id: 'change:1', _rev: second?.ok ? second.rev : '', text: 'sửa', z: 1, a: [1.5, null] },
    { _id: 'scan', _attachments: { 'a.txt': { content_type: 'text/plain', data: 'aGk=' } } },
  ]);
  const replicated = { newEdits: false };
  for (const leaf of ['aa', 'bb'])
    await store.bulkDocs(
      'desk-h20-99',
      [{ _id: 'change:2', _rev: `2-${leaf}`, _revisions: { start: 2, ids: [leaf, 'cc'] }, leaf }],
      replicated,
    );
  await store.putSecurity('desk-h20-99', { members: { names: ['hoso'] } });
}

describe('a set', () => {
  it('restores every revision, conflict, tombstone, attachment and root as it was', async () => {
    await fill();
    const { caPem } = await trusted();
    const { set } = await centre.take();
    const into = join(centre.root, 'restored');
    await restoreIntoFolder(into, { ...centre, set });
    expect((await readdir(into)).sort()).toEqual(['blobs', 'store.sqlite', 'trust']);
    const restored = await openStore({ dataDir: into });
    try {
      const own = ['settings', 'audit'];
      expect(await contentOf(restored, own)).toEqual(await contentOf(centre.store, own));
      expect(await restored.getSecurity('desk-h20-99')).toEqual({ members: { names: ['hoso'] } });
      expect(await readFile(join(into, 'trust', 'goc.pem'), 'utf8')).toBe(caPem);
    } finally {
      await restored.close();
    }
  });

  it('restored makes another epoch and says which snapshot stands', async () => {
    const { set, snapshotAtUtc } = await centre.take();
    const into = join(centre.root, 'restored');
    await restoreIntoFolder(into, { ...centre, set });
    const restored = await openStore({ dataDir: into });
    const [before, after] = [await readSettings(centre.store), await readSettings(restored)];
    const { epoch, restoredAtUtc } = after ?? {};
    expect(after).toEqual({ ...before, epoch, restoredAtUtc });
    expect(Date.parse(restoredAtUtc ?? '')).toBeLessThanOrEqual(Date.now());
    expect(after?.epoch).not.toBe(before?.epoch);
    const last = await readLastBackup(restored);
    expect(last.set).toBe(set);
    // A minute earlier: a time of receipt is taken before the write is durable.
    expect(Date.parse(snapshotAtUtc) - Date.parse(last.snapshotAtUtc ?? '')).toBe(60_000);
    await restored.close();
  });

  it('is one instant of all databases, however much is written meanwhile', async () => {
    const { store } = centre;
    await store.createDatabase('desk-a');
    await store.createDatabase('records-a');
    const writer = { stopped: false };
    let round = 0;
    // The same number first here, then there: a copy of one instant never holds more there than here.
    const writing = (async () => {
      while (!writer.stopped) {
        round += 1;
        const docs = Array.from({ length: 20 }, (_, n) => ({ _id: `${round}-${n}` }));
        await store.bulkDocs('desk-a', docs);
        await store.bulkDocs('records-a', docs);
      }
    })();
    const { set, databases } = await centre.take();
    writer.stopped = true;
    await writing;
    const of = (name: string) => databases.find((each) => each.name === name)?.documents ?? -1;
    expect(of('desk-a') - of('records-a')).toBeOneOf([0, 20]);
    expect(round * 20).toBeGreaterThan(of('desk-a'));
    expect((await verifySet(centre.place, set, centre.key)).set).toBe(set);
  });

  it('proves itself in a scratch place and leaves nothing there', async () => {
    await fill();
    const { set, databases } = await centre.take();
    const proof = await proveSet({ ...centre, set });
    const counted = databases.reduce((sum, each) => sum + each.documents + each.deleted, 0);
    expect(proof).toMatchObject({ set, documents: counted });
    expect(await readdir(centre.dataDir)).not.toContain('drill-scratch');
  });

  it('shows no name, number or word of a dossier, nor a key', async () => {
    await fill();
    const { set } = await centre.take();
    const files = await readdir(join(centre.place, set));
    for (const file of files) {
      const bytes = await readFile(join(centre.place, set, file));
      for (const word of ['Nguyễn', 'Văn Bền', 'change:'])
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
    }
  });
});

describe('a set that is not as it was', () => {
  it('is found out, whichever byte was changed', async () => {
    await fill();
    const { set, parts } = await centre.take();
    const file = join(centre.place, set, parts[0]?.file ?? '');
    const whole = await readFile(file);
    for (const at of [0, 5, Math.floor(whole.length / 2), whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(file, changed);
      expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_DAMAGED');
    }
    await writeFile(file, whole.subarray(0, whole.length - 100));
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_DAMAGED');
    await writeFile(file, whole);
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('done');
  });

  it('is found out when its manifest was changed or belongs to another set', async () => {
    const { set } = await centre.take();
    const { set: other } = await centre.take();
    const manifest = join(centre.place, set, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"documents": ', '"documents": 1'));
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_DAMAGED');
    await copyFile(join(centre.place, other, 'manifest.json'), manifest);
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_DAMAGED');
    await writeFile(manifest, '{');
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_DAMAGED');
    const listed = await listSets(centre.place);
    expect(listed.find((each) => each.set === set)?.manifest).toBeNull();
  });

  it('opens with its own key only', async () => {
    const { set } = await centre.take();
    const other = backupKeyOf(randomBytes(32).toString('hex'));
    expect(await codeOf(verifySet(centre.place, set, other))).toBe('BACKUP_KEY_WRONG');
    const into = join(centre.root, 'restored');
    expect(await codeOf(restoreIntoFolder(into, { ...centre, key: other, set }))).toBe(
      'BACKUP_KEY_WRONG',
    );
  });

  it('of a newer program is refused, never guessed at', async () => {
    const { set } = await centre.take();
    const manifest = join(centre.place, set, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"format": 1', '"format": 2'));
    expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_NEWER_FORMAT');
  });
});

describe('a set that cannot be made whole', () => {
  /** Opens the store as it is and answers some reads otherwise. */
  async function sourceWith(bulkGet: (real: ReadableStore['bulkGet']) => ReadableStore['bulkGet']) {
    const source = await openForCopying({ dataDir: centre.dataDir });
    const real: ReadableStore['bulkGet'] = (...asked) => source.store.bulkGet(...asked);
    const { store } = source;
    return {
      ...source,
      store: {
        databaseNames: () => store.databaseNames(),
        info: (name: string) => store.info(name),
        changes: (...asked: Parameters<typeof store.changes>) => store.changes(...asked),
        getSecurity: (name: string) => store.getSecurity(name),
        close: () => store.close(),
        bulkGet: bulkGet(real),
      },
    };
  }
  const shardDown = { rev: '1-a', error: 'timeout', reason: 'shard down' };

  it.each([true, false])(
    'is refused when a document cannot be read and does not come again (moving: %s)',
    async (moving) => {
      await fill();
      const { set: good } = await centre.take();
      const lost: (real: ReadableStore['bulkGet']) => ReadableStore['bulkGet'] =
        (real) =>
        async (...asked) =>
          (await real(...asked)).map((each) =>
            each.id === 'change:7'
              ? { ...each, docs: [{ error: { ...shardDown, id: each.id } }] }
              : each,
          );
      const openSource = async () => ({ ...(await sourceWith(lost)), moving });
      expect(await codeOf(centre.take({ openSource }))).toBe('BACKUP_INCOMPLETE');
      expect((await listSets(centre.place)).map(({ set }) => set)).toEqual([good]);
    },
  );

  it('is never listed when reading it back finds it damaged', async () => {
    const { set: good } = await centre.take();
    await fill();
    let calls = 0;
    // The disk keeps something else than was written: the end of the copying is when the time is asked again.
    const nowMs = () => {
      calls += 1;
      if (calls === 2) spoilNewest(centre.place);
      return Date.now();
    };
    expect(await codeOf(centre.take({ nowMs }))).toBe('BACKUP_DAMAGED');
    expect(calls).toBe(2);
    expect((await readdir(centre.place)).sort()).toEqual([good, 'blobs']);
  });

  it('is set aside when it is found damaged later, and the one before it counts again', async () => {
    const { set: older } = await centre.take({ nowMs: () => Date.now() - 86_400_000 });
    const { set: newer, parts } = await centre.take();
    const settings = await readSettings(centre.store);
    if (!settings) throw new Error('no settings');
    const file = join(centre.place, newer, parts[0]?.file ?? '');
    await writeFile(file, spoiled(await readFile(file)));
    const order = { ...centre, storeUrl: undefined, settings, softwareVersion: 'thử' };
    const last = { ...noBackupYet, set: newer, snapshotAtUtc: new Date().toISOString() };
    for (const task of ['prove', 'verify'] as const) {
      // Whatever was asked first, it is gone from the list then.
      const set = task === 'prove' ? newer : undefined;
      const work = doBackupWork({ ...order, task, set }, () => {});
      expect(await codeOf(work)).toBe(task === 'prove' ? 'BACKUP_DAMAGED' : 'done');
    }
    expect((await readdir(centre.place)).sort()).toEqual([older, 'blobs', `failed-${newer}`]);
    expect(await newestSet(centre.place, Date.now())).toBe(older);
    expect(await stillStanding(last, centre.place)).toMatchObject({ set: older });
  });

  it('stays where it is when only a blob of the pool is damaged', async () => {
    await centre.blobs.put('scans/aa/one', Readable.from([randomBytes(10)]), 10);
    const { set } = await centre.take();
    await writeFile(join(centre.place, 'blobs', 'scans', 'aa', 'one'), randomBytes(10));
    const settings = await readSettings(centre.store);
    if (!settings) throw new Error('no settings');
    const order = { ...centre, storeUrl: undefined, settings, softwareVersion: 'thử' };
    const work = doBackupWork({ ...order, task: 'verify' }, () => {});
    expect(await codeOf(work)).toBe('BACKUP_DAMAGED');
    expect((await listSets(centre.place)).map((each) => each.set)).toEqual([set]);
  });
});

describe('a set taken by a clock that was ahead', () => {
  const duties = { everyHours: 24, keepDays: 1, keepWeeks: 0, keepMonths: 0, drillDays: 90 };

  it('is not the newest and pushes none out', async () => {
    const { set: good } = await centre.take();
    const { set: ahead } = await centre.take({ nowMs: () => Date.now() + 400 * 86_400_000 });
    expect(await newestSet(centre.place, Date.now())).toBe(good);
    expect(await keepSets(centre.place, duties, centre.key, Date.now())).toEqual([]);
    expect((await listSets(centre.place)).map(({ set }) => set)).toEqual([ahead, good]);
  });
});

function spoiled(whole: Buffer): Buffer {
  const changed = Buffer.from(whole);
  const at = Math.floor(whole.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

function spoilNewest(place: string): void {
  const made = readdirSync(place).find((name) => name.startsWith('unfinished-'));
  const file = join(place, made ?? '', 'documents-0001');
  writeFileSync(file, spoiled(readFileSync(file)));
}

describe('a place', () => {
  it('lists nothing of a backup that ended in the middle, and clears it away with the next', async () => {
    await mkdir(join(centre.place, 'unfinished-2026-01-01T00-00-00Z-abcdef'), { recursive: true });
    expect(await listSets(centre.place)).toEqual([]);
    const { set } = await centre.take();
    expect((await readdir(centre.place)).sort()).toEqual([set, 'blobs']);
  });

  it('is never restored over what is there', async () => {
    const { set } = await centre.take();
    expect(await codeOf(restoreIntoFolder(centre.dataDir, { ...centre, set }))).toBe(
      'RESTORE_PLACE_NOT_EMPTY',
    );
    expect(await codeOf(restoreIntoFolder('/etc/hostname', { ...centre, set }))).toBe(
      'RESTORE_PLACE_NOT_EMPTY',
    );
  });

  it.each(['..', '../data', '2026', '2026-01-01T00-00-00Z-abcdef'])(
    'has no set %s',
    async (set) => {
      expect(await codeOf(verifySet(centre.place, set, centre.key))).toBe('BACKUP_NOT_FOUND');
    },
  );
});

async function trusted(): Promise<{ caPem: string }> {
  const { pem } = await createSoftwareCa();
  await trustRoot(centre.dataDir, 'goc', pem);
  return { caPem: pem };
}
