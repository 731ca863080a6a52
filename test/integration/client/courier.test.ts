/** An office that never has a line: its work goes to the centre on a stick, and the centre's news come back on it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDevice, registrationOf } from '../../../electron/vault/device.ts';
import type { DataPort, SignText } from '../../../renderer/data/port/data-port.ts';
import type { OfficeCourier } from '../../../renderer/data/port/courier.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { takenBundleSchema, type TakenBundle } from '../../../shared/contract/courier.ts';
import { registeredDeviceSchema } from '../../../shared/contract/devices.ts';
import { done, type Result } from '../../../shared/errors/index.ts';
import { renewEpoch } from '../../../sync-server/documents/settings.ts';
import {
  courierStick,
  filesOn,
  type StickKeys,
  type TestStick,
} from '../../helpers/courier-stick.ts';
import {
  startCentre,
  testPassword,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { clientStruck } from '../../faults/struck-points.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import {
  communeUnit,
  newPerson,
  openData,
  people,
  signIn,
  until,
  type SignedIn,
} from './clients.ts';
import { roughLine, type RoughLine } from './rough-line.ts';

let centre: TestCentre;
let signer: SoftwareSigner;
let carrier: TestClient;
let clerk: SignedIn;
let keys: StickKeys;

let folder: string;
let stick: TestStick;
let line: RoughLine;
let port: DataPort;

const sign: SignText = async (text) =>
  done({ signature: await signer.sign(text), certificateSha256: '0'.repeat(64) });

beforeAll(async () => {
  const ca = await createSoftwareCa();
  signer = await ca.issue('Người Phê Duyệt');
  centre = await startCentre(
    [
      {
        user: people.communeClerk.user,
        name: 'Lê Văn Thư',
        grants: [{ role: 'clerk', unit: communeUnit }],
      },
      {
        user: people.communeHead.user,
        name: 'Trần Chủ Tịch',
        grants: [{ role: 'head', unit: communeUnit }],
        certificatePem: signer.certificatePem,
      },
      {
        user: people.officer.user,
        name: 'Võ Thị Kim Nguyệt',
        grants: [{ role: 'departmentOfficer', unit: 'H20' }],
      },
    ],
    { caPem: ca.pem },
  );
  carrier = await centre.signIn(people.officer.user);
  keys = await registered();
});
afterAll(() => centre.close(), 90_000);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-stick-'));
  stick = courierStick(keys);
  line = roughLine();
  line.cut();
  clerk = await signIn(centre.url, 'communeClerk', testPassword);
  port = await openOffice();
});
afterEach(async () => {
  await port.close();
  await rm(folder, { recursive: true, force: true });
});

/** This PC, registered at the centre on the one day when it had a line. */
async function registered(): Promise<StickKeys> {
  const device = newDevice('PC-XA');
  const client = await centre.signIn(people.communeClerk.user);
  const { body } = await client.call('POST', '/api/devices', registrationOf(device));
  const { centre: known } = registeredDeviceSchema.parse(body);
  return { account: people.communeClerk.user, device, centre: known };
}

function openOffice(databaseName = `office-${randomUUID()}`, more: object = {}): Promise<DataPort> {
  return openData(centre.url, clerk, { databaseName, fetch: line.fetch, stick, ...more });
}

function courierOf({ courier }: DataPort): OfficeCourier {
  if (!courier) throw new Error('no courier');
  return courier;
}
const here = (name: string) => join(folder, name);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function entered(...names: readonly string[]): Promise<readonly string[]> {
  const made = await port.submit(names.map((name) => newPerson(name)));
  return made.map((result) => valueOf(result)._id);
}

async function written(name = 'a.hoso-goi') {
  stick.choose(here(name));
  const bundle = valueOf(await courierOf(port).write());
  if (!bundle) throw new Error('cancelled');
  return bundle;
}

/** Somebody carries the stick to the centre, and the answer back. */
async function carried(name = 'a.hoso-goi', answer = 'a.hoso-tra'): Promise<TakenBundle> {
  const response = await fetch(`${centre.url}/api/courier/bundles`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${carrier.session.accessToken}`,
      'content-type': 'text/plain',
    },
    body: await readFile(here(name), 'utf8'),
  });
  const taken = takenBundleSchema.parse(await response.json());
  await writeFile(here(answer), taken.answer);
  return taken;
}

async function read(name = 'a.hoso-tra') {
  stick.choose(here(name));
  return courierOf(port).read();
}

const waiting = () => port.sync.state().waiting;

describe('an office without any line', () => {
  it('sends its work on a stick, and an approval comes back on the next one', async () => {
    const [id = ''] = await entered('Châu Thị Đường Xa');
    await port.move([id], 'verified');
    expect(waiting()).toBe(2);
    const bundle = await written();
    expect(bundle).toMatchObject({ file: 'a.hoso-goi', steps: 2, waiting: 2, state: 'open' });
    const since = await port.atRisk();
    expect(since.map(({ onStickSinceUtc }) => onStickSinceUtc)).toEqual([
      bundle.madeAtUtc,
      bundle.madeAtUtc,
    ]);

    expect(await carried()).toMatchObject({ account: 'vanthu.xa', rows: 2, refused: 0 });
    const first = valueOf(await read());
    expect(first).toMatchObject({ received: 2, refused: 0, again: 0 });
    expect(first?.brought).toBeGreaterThan(0);
    expect(waiting()).toBe(0);
    expect(await port.atRisk()).toEqual([]);
    expect(await port.delivery([id])).toEqual(new Map([[id, 'atCentre']]));
    expect(stick.spoke).toEqual([first?.madeAtUtc]);
    expect((await courierOf(port).standing()).bundles).toMatchObject([{ state: 'answered' }]);

    const dossier = await approved(id);
    await written('b.hoso-goi');
    await carried('b.hoso-goi', 'b.hoso-tra');
    expect(valueOf(await read('b.hoso-tra'))).toMatchObject({ received: 0, refused: 0 });
    const view = await port.dossier(dossier);
    expect(view?.dossier?.version).toBe(1);
    expect(view?.changes.map(({ state }) => state)).toEqual(['approved']);
    expect(line.asked.filter((path) => path.includes('/sync/push'))).toEqual([]);
  });

  /** The head, who has a line, signs. */
  async function approved(id: string): Promise<string> {
    const head = await openData(centre.url, await signIn(centre.url, 'communeHead', testPassword));
    try {
      const seen = await until(
        () => head.changes({ states: ['verified'] }),
        (all) => all.some(({ _id }) => _id === id),
      );
      const period = civilDateInVietnam(new Date().toISOString()).slice(0, 7);
      valueOf(await head.approve({ unit: communeUnit, period, changes: [id], sign }));
      await until(head.sync.state, (state) => state.waiting === 0 && state.phase === 'live');
      return seen.find(({ _id }) => _id === id)?.dossier ?? '';
    } finally {
      await head.close();
    }
  }

  it('learns what was refused, with the reason, and keeps what was entered', async () => {
    const [result] = await port.submit([newPerson('Trần Văn Một')]);
    const { identity } = valueOf(result ?? done(null as never)).patch;
    await port.submit([
      newPerson('Trần Văn Trùng', {
        patch: { identity: { ...(identity as object), fullName: 'Trần Văn Trùng' } },
      }),
    ]);
    await written();
    await carried();
    expect(valueOf(await read())).toMatchObject({ received: 1, refused: 1, again: 0 });
    const [refused] = await port.refused();
    expect(refused?.problem.code).toBe('IDENTITY_NUMBER_TAKEN');
    expect(refused?.change?.personName).toBe('Trần Văn Trùng');
  });

  it('may write a new bundle at any time: a stick that was lost costs nothing', async () => {
    await entered('Lê Thị Mất Thẻ');
    await written('lost.hoso-goi');
    await carried('lost.hoso-goi', 'lost.hoso-tra');
    await entered('Lê Thị Viết Thêm');
    await written('again.hoso-goi');
    expect(await carried('again.hoso-goi', 'again.hoso-tra')).toMatchObject({
      rows: 2,
      refused: 0,
    });
    expect(valueOf(await read('again.hoso-tra'))).toMatchObject({ received: 2 });
    expect(waiting()).toBe(0);
    // The lost one turns up: it is of no use, and does no harm.
    expect(codeOf(await read('lost.hoso-tra'))).toBe('COURIER_ANSWER_STALE');
    const { bundles } = await courierOf(port).standing();
    expect(bundles.map(({ state }) => state)).toEqual(['answered', 'overtaken']);
  });

  it('takes the same answer once', async () => {
    await entered('Phạm Thị Hai Lần');
    await written();
    await carried();
    await read();
    expect(codeOf(await read())).toBe('COURIER_ANSWER_TAKEN');
    expect(waiting()).toBe(0);
  });
});

describe('when the line came back meanwhile', () => {
  it('the answer is of no use any more, and nothing is lost or sent twice', async () => {
    const [id = ''] = await entered('Ngô Thị Có Mạng');
    await written();
    await carried();
    line.mend();
    await port.sync.syncNow();
    await until(port.sync.state, (state) => state.waiting === 0 && state.phase === 'live');
    expect((await courierOf(port).standing()).bundles).toMatchObject([{ state: 'overtaken' }]);
    expect(codeOf(await read())).toBe('COURIER_ANSWER_STALE');
    expect(await port.refused()).toEqual([]);
    expect((await port.changes({})).filter(({ _id }) => _id === id)).toHaveLength(1);
  });

  it('pulling goes on where the stick ended', async () => {
    const [id = ''] = await entered('Ngô Văn Nối Tiếp');
    await written();
    await carried();
    await read();
    line.mend();
    line.forget();
    await port.sync.syncNow();
    await until(port.sync.state, ({ phase }) => phase === 'live');
    expect(port.sync.state()).toMatchObject({ waiting: 0, received: 0 });
    expect(await port.delivery([id])).toEqual(new Map([[id, 'atCentre']]));
  });
});

describe('a program that ends while it takes an answer', () => {
  it.each(clientStruck.courier)('at %s reads it again after its start', async (point) => {
    await port.close();
    const databaseName = `office-${randomUUID()}`;
    const reach = async (reached: string) => {
      if (reached === point) throw new Error('the power is gone');
    };
    port = await openOffice(databaseName, { reach });
    const [id = ''] = await entered('Vũ Thị Cúp Điện');
    await written();
    await carried();
    await expect(read()).rejects.toThrow('the power is gone');
    await port.close();

    port = await openOffice(databaseName);
    expect((await courierOf(port).standing()).bundles).toMatchObject([{ state: 'open' }]);
    expect(valueOf(await read())).toMatchObject({ received: 1, refused: 0, again: 0 });
    expect(waiting()).toBe(0);
    expect((await port.changes({})).filter(({ _id }) => _id === id)).toHaveLength(1);
    expect(await port.delivery([id])).toEqual(new Map([[id, 'atCentre']]));
  });
});

describe('what is not taken', () => {
  it('an answer to a bundle that this database does not know', async () => {
    await entered('Đỗ Thị Lạ');
    await written();
    await carried();
    await port.close();
    port = await openOffice();
    await entered('Đỗ Văn Khác');
    expect(codeOf(await read())).toBe('COURIER_ANSWER_UNKNOWN');
    expect(waiting()).toBe(1);
  });

  it('files that are no answer, cut short, altered, or not there', async () => {
    await entered('Hồ Thị Nguyên Vẹn');
    await written();
    await carried();
    const whole = await readFile(here('a.hoso-tra'), 'utf8');
    const middle = Math.floor(whole.length / 2);
    const flipped = whole[middle] === 'A' ? 'B' : 'A';
    await writeFile(here('cut.hoso-tra'), whole.slice(0, -60));
    await writeFile(
      here('altered.hoso-tra'),
      whole.slice(0, middle) + flipped + whole.slice(middle + 1),
    );
    await writeFile(here('scan.pdf'), '%PDF-1.7');
    expect(codeOf(await read('cut.hoso-tra'))).toBe('COURIER_DAMAGED');
    expect(codeOf(await read('altered.hoso-tra'))).toBe('COURIER_DAMAGED');
    expect(codeOf(await read('scan.pdf'))).toBe('COURIER_WRONG_FILE');
    expect(codeOf(await read('a.hoso-goi'))).toBe('COURIER_WRONG_FILE');
    expect(codeOf(await read('missing.hoso-tra'))).toBe('COURIER_STICK_GONE');
    // Nothing of it did any harm: the whole one is still taken.
    expect(waiting()).toBe(1);
    expect(valueOf(await read())).toMatchObject({ received: 1 });
  });

  it('an answer for another PC, or of another centre', async () => {
    await entered('Dương Thị Đúng Máy');
    await written();
    await carried();
    const others = [
      { ...keys, device: newDevice('PC-KHAC') },
      { ...keys, centre: keys.centre && { ...keys.centre, id: 'centre-khac' } },
    ];
    for (const other of others) {
      await port.close();
      stick = courierStick(other);
      port = await openOffice();
      expect(codeOf(await read())).toBe('COURIER_NOT_FOR_US');
    }
  });
});

describe('writing a bundle', () => {
  it('without the centre’s keys says that the PC must be online once', async () => {
    await port.close();
    stick = courierStick({ ...keys, centre: null });
    port = await openOffice();
    await entered('Lý Thị Chưa Mạng');
    stick.choose(here('a.hoso-goi'));
    expect((await courierOf(port).standing()).ready).toBe(false);
    expect(codeOf(await courierOf(port).write())).toBe('COURIER_NO_CENTRE_KEY');
    expect(waiting()).toBe(1);
    expect(await filesOn(folder)).toEqual([]);
  });

  it('to a stick that was pulled out leaves no note and loses nothing', async () => {
    await entered('Lý Văn Rút Thẻ');
    stick.choose(here('gone/a.hoso-goi'));
    expect(codeOf(await courierOf(port).write())).toBe('COURIER_STICK_GONE');
    expect((await courierOf(port).standing()).bundles).toEqual([]);
    expect(waiting()).toBe(1);
    expect(await filesOn(folder)).toEqual([]);
  });

  it('that the person cancels leaves nothing behind', async () => {
    await entered('Lý Thị Thôi');
    stick.choose(null);
    expect(valueOf(await courierOf(port).write())).toBeNull();
    expect(valueOf(await courierOf(port).read())).toBeNull();
    expect((await courierOf(port).standing()).bundles).toEqual([]);
  });
});

it('a centre restored from a backup is noticed: all comes anew with the next bundle', async () => {
  const [id = ''] = await entered('Mai Thị Phục Hồi');
  await written();
  await carried();
  await read();
  await written('old.hoso-goi');
  await renewEpoch(centre.store);
  await centre.restart();
  carrier = await centre.signIn(people.officer.user);
  await carried('old.hoso-goi', 'old.hoso-tra');
  expect(codeOf(await read('old.hoso-tra'))).toBe('COURIER_CENTRE_RESTORED');
  await written('new.hoso-goi');
  await carried('new.hoso-goi', 'new.hoso-tra');
  expect(codeOf(await read('new.hoso-tra'))).toBe('ok');
  expect(await port.delivery([id])).toEqual(new Map([[id, 'atCentre']]));
  expect(waiting()).toBe(0);
});
