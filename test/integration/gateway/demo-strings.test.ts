/**
 * What `strings` finds at a centre that holds the demonstration's province, dossiers and open changes: nothing of any
 * sensitive section, neither in the files of the embedded store and the read model, nor in a backup set, nor in the
 * store that is restored from it. The same search finds what is not sensitive: it can fail.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/canonical/json.ts';
import { changeSchema } from '../../../shared/change/change.ts';
import { sections } from '../../../shared/dossier/fields.ts';
import { sensitiveSections } from '../../../shared/dossier/sensitive.ts';
import { readBackupKey } from '../../../sync-server/backup/backup-key.ts';
import { restoreIntoFolder } from '../../../sync-server/backup/restore-set.ts';
import { takeBackup } from '../../../sync-server/backup/take-backup.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { demoPeople } from '../../../sync-server/cli/demo/people.ts';
import { demoAccounts } from '../../../sync-server/cli/demo/province.ts';
import { ensureDemo, openInstallationStore } from '../../../sync-server/cli/installation.ts';
import { openForCopying } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import { startGateway, type Gateway } from '../../../sync-server/http/gateway.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { scanFolder, type Finding } from '../../helpers/disk-scan.ts';
import { newDataDir, signIn } from '../../helpers/gateway.ts';
import { makeApproval } from '../../helpers/office-changes.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const office = 'H20.81';
const headUser = 'chutich.myan';

let root: string;
let dataDir: string;
let store: DocumentStore;
let gateway: Gateway;
let approved: number;

beforeAll(async () => {
  root = await newDataDir();
  dataDir = join(root, 'data');
  const ca = await createSoftwareCa();
  const key = await ca.issue('Lê Thị Hà');
  const token = { label: 'thử', certificatePem: key.certificatePem };
  await writeFile(
    join(root, 'pki.json'),
    JSON.stringify({ caPem: ca.pem, tokens: [token, token] }),
  );
  vi.stubEnv('HOSO_DEMO_PKI', join(root, 'pki.json'));
  await mkdir(dataDir);
  store = await openInstallationStore(dataDir);
  await ensureDemo(store, dataDir);
  gateway = await startGateway({ dataDir, store, port: 0, log: { write: () => undefined } });
  approved = await approveWhatWaits(key);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await gateway.close();
  await store.close();
  await rm(root, { recursive: true, force: true });
});

/** So that there are dossiers, too, and the read model has them. */
async function approveWhatWaits(
  key: Awaited<ReturnType<Awaited<ReturnType<typeof createSoftwareCa>>['issue']>>,
): Promise<number> {
  const password = demoAccounts.find(({ user }) => user === headUser)?.password ?? '';
  const head = await signIn(gateway.url, headUser, password);
  const { streams } = await head.pull({ change: { cursors: {}, limit: 100 } });
  const changes = (streams.change?.documents ?? []).map(({ doc }) => changeSchema.parse(doc));
  const verified = changes.filter(({ state }) => state === 'verified');
  await head.push([await makeApproval(key, head.stamp, office, verified)]);
  const pulled = await head.pull({ dossier: { cursors: {}, limit: 100 } });
  return pulled.streams.dossier?.documents.length ?? 0;
}

const leaves = (value: JsonValue, key: string): readonly (readonly [string, JsonValue])[] =>
  isJsonObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, name))
    : [[key, value]];

/** A short value (a code, yes or no) is found anywhere by chance: with its name it is not. */
function needlesOf(section: JsonValue): readonly string[] {
  return leaves(section, '').flatMap(([name, value]) => {
    const named = `"${name}":${JSON.stringify(value)}`;
    return typeof value === 'string' && value.length >= 7 ? [value, named] : [named];
  });
}

const says = (section: JsonValue | undefined, text: string): boolean =>
  section !== undefined && JSON.stringify(section).includes(text);

const contents = demoPeople as readonly JsonObject[];
const ofSections = (names: readonly string[]): readonly string[] => [
  ...new Set(
    contents.flatMap((content) => names.flatMap((name) => needlesOf(content[name] ?? null))),
  ),
];

/** The sections that each person of the demonstration has. */
const spokenOf = ['belief', 'party', 'health', 'history', 'ownFamily'] as const;
const open = sections.filter(({ sensitive }) => !sensitive).map(({ name }) => name);

const textsFound = (findings: readonly Finding[]) => new Set(findings.map(({ text }) => text));
/** Parents live where their child does, and a home town is everybody's: what an open section says, too, is no secret. */
const secrets = ofSections(sensitiveSections).filter(
  (text) => !contents.some((content) => open.some((name) => says(content[name], text))),
);
/** What is not sensitive, and looked for in the same way. */
const controls = ['Trần Quốc Đạt', '"birthDate":"1978"', ...ofSections(['note'])];

it('looks for every value of every sensitive section that the demonstration has', () => {
  for (const section of spokenOf)
    expect(contents.filter((content) => Object.hasOwn(content, section))).toHaveLength(
      contents.length,
    );
  expect(secrets).toContain('"religion":"05"');
  expect(secrets).toContain('2003-02-03');
  expect(secrets).toContain('Trần Hữu Nghĩa');
  expect(sensitiveSections).toEqual(expect.arrayContaining([...spokenOf]));
  expect(approved).toBeGreaterThan(4);
});

it('finds nothing of them in the files of the store and of the read model, and the rest in clear', async () => {
  expect(await scanFolder(dataDir, secrets)).toEqual([]);
  const found = await scanFolder(dataDir, controls);
  expect(textsFound(found)).toContain('Trần Quốc Đạt');
  expect(textsFound(found)).toContain('"birthDate":"1978"');
  expect(textsFound(found)).toContain(
    'Ngày sinh ghi theo lý lịch gốc chỉ có năm; đang chờ trích lục khai sinh.',
  );
  const files = new Set(found.map(({ file }) => file.replace(/-wal$/, '')));
  expect(files).toContain('store.sqlite');
  expect(files).toContain('read-model.sqlite');
});

it('finds nothing of them in a backup set, nor in the store restored from it', async () => {
  const place = join(root, 'sets');
  await mkdir(place);
  const key = await readBackupKey(dataDir, {});
  const settings = await readSettings(store);
  if (!settings) throw new Error('no settings');
  const { set } = await takeBackup({
    openSource: () => openForCopying({ dataDir }),
    blobs: await openBlobStore(dataDir, {}),
    pooled: [],
    dataDir,
    place,
    key,
    settings,
    softwareVersion: 'thử',
    nowMs: Date.now,
  });
  // A set is sealed as a whole: not even a name stands in it.
  expect(await scanFolder(place, [...secrets, ...controls])).toEqual([]);
  const restored = join(root, 'restored');
  await restoreIntoFolder(restored, { place, set, key });
  expect(await scanFolder(restored, secrets)).toEqual([]);
  expect(textsFound(await scanFolder(restored, controls))).toContain('Trần Quốc Đạt');
});

it('would find one of them that lay there in clear', async () => {
  const folder = join(root, 'in-clear');
  await mkdir(folder);
  await writeFile(join(folder, 'store.sqlite'), JSON.stringify({ patch: contents[1] }));
  expect(textsFound(await scanFolder(folder, secrets))).toContain('"religion":"05"');
});
