import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { labelOf, setCatalogueEdits, type RowEdit } from '../../../shared/catalogue/index.ts';
import { openClient, openData, signIn, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

// A backup and a restore each start a process, and the centre starts twice.
vi.setConfig({ testTimeout: 300_000 });

let gateway: Gateway | null = null;
let ports: DataPort[] = [];
afterEach(async () => {
  await Promise.all(ports.map((port) => port.close()));
  ports = [];
  await gateway?.close();
  setCatalogueEdits([]);
});
const kept = (port: DataPort): DataPort => {
  ports = [...ports, port];
  return port;
};

const add = (code: string, label: string): RowEdit => ({
  kind: 'add',
  code,
  row: { label, aliases: [], validFrom: null, source: 'QĐ 1520/QĐ-UBND', trait: null },
});
const request = (edit: RowEdit, assumedVersion = 0) => ({
  assumedVersion,
  edit,
  reason: 'Đề án sắp xếp tổ chức',
});

const names = async (port: DataPort): Promise<readonly string[]> =>
  (await port.catalogues.documents()).map(({ name }) => name);

describe('the department’s edit of a code list', () => {
  it('comes to an office by itself, and is there at its next start without a line', async () => {
    gateway = await startGateway();
    const databaseName = `office-${randomUUID()}`;
    const line = roughLine();
    const options = { databaseName, fetch: line.fetch };
    const signedIn = await signIn(gateway.url, 'communeClerk');
    const clerk = await openData(gateway.url, signedIn, options);
    const officer = kept(await openClient(gateway.url, 'officer'));
    await Promise.all([clerk.sync.syncNow(), officer.sync.syncNow()]);

    const edited = await officer.catalogues.edit(
      'position',
      request(add('gd-cds', 'Giám đốc CĐS')),
    );
    expect(edited).toMatchObject({ ok: true, value: { version: 1 } });
    await until(
      () => names(clerk),
      (all) => all.includes('position'),
    );
    await until(
      () => labelOf('position', 'gd-cds'),
      (label) => label === 'Giám đốc CĐS',
    );

    await clerk.close();
    setCatalogueEdits([]);
    line.cut();
    const again = kept(await openData(gateway.url, signedIn, options));
    expect(labelOf('position', 'gd-cds')).toBe('Giám đốc CĐS');
    // Editing needs the centre, and says so.
    const alone = await again.catalogues.edit('position', request(add('x', 'X'), 1));
    expect(alone).toMatchObject({ ok: false, problem: { code: 'SERVER_UNREACHABLE' } });
  });

  it('made by somebody without the right is refused in words', async () => {
    gateway = await startGateway();
    const clerk = kept(await openClient(gateway.url, 'communeClerk'));
    await clerk.sync.syncNow();
    const edited = await clerk.catalogues.edit('position', request(add('gd-cds', 'Giám đốc CĐS')));
    expect(edited).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });

  it('that a restored centre has no more is gone at the office too', async () => {
    gateway = await startGateway();
    const signedIn = await signIn(gateway.url, 'officer');
    const officer = kept(await openData(gateway.url, signedIn));
    await officer.sync.syncNow();
    await gateway.backup();
    await officer.catalogues.edit('position', request(add('gd-cds', 'Giám đốc CĐS')));
    await until(
      () => names(officer),
      (all) => all.includes('position'),
    );

    await gateway.kill();
    await gateway.restore();
    await gateway.start();
    await signedIn.signInAgain();
    await officer.sync.syncNow();
    await until(
      () => names(officer),
      (all) => !all.includes('position'),
    );
    await until(
      () => labelOf('position', 'gd-cds'),
      (label) => label === undefined,
    );
  });
});
