/** Bundles on a stick: the same intake, the same rules, and no second effect. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ulid } from 'ulid';
import { openAnswer, packBundle } from '../../../electron/courier/bundle-file.ts';
import { newDevice, registrationOf, type DeviceKeys } from '../../../electron/vault/device.ts';
import type { Change } from '../../../shared/change/change.ts';
import { takenBundleSchema } from '../../../shared/contract/courier.ts';
import { registeredDeviceSchema } from '../../../shared/contract/devices.ts';
import { sealEnvelope } from '../../../shared/courier/envelope.ts';
import type { CentreKeys } from '../../../shared/courier/centre-keys.ts';
import {
  codeOf,
  startCentre,
  testPassword,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { everyone } from './people.ts';

// Passwords are hashed slowly on purpose, and each bundle has a worker of its own.
vi.setConfig({ testTimeout: 180_000 });
const school = 'H20.81.11';

interface Pc {
  readonly client: TestClient;
  readonly device: DeviceKeys;
  readonly centreKeys: CentreKeys;
}

let centre: TestCentre;
let pc: Pc;
let carrier: TestClient;

async function registered(client: TestClient): Promise<Pc> {
  const device = newDevice('PC-TRUONG');
  const { body } = await client.call('POST', '/api/devices', registrationOf(device));
  return { client, device, centreKeys: registeredDeviceSchema.parse(body).centre };
}

beforeAll(async () => {
  const employee = {
    user: 'ca.nhan',
    name: 'Trịnh Thị Riêng',
    grants: [{ role: 'employee', unit: school }] as const,
  };
  centre = await startCentre([...everyone, employee]);
  pc = await registered(await centre.signIn('vanthu.truong'));
  carrier = await centre.signIn('vanthu.khac');
});
afterAll(() => centre.close());

const person = (name: string) =>
  makeChange({ unit: school, author: pc.client.stamp, patch: personPatch(name) });

const bundleOf = (changes: readonly Change[], id = ulid(), sender: Pc = pc) =>
  packBundle(
    {
      id,
      madeAtUtc: new Date().toISOString(),
      rows: changes.map((change) => ({ assumedRev: null, doc: { ...change } })),
      cursors: {},
    },
    sender.client.session.account.account,
    sender.device,
    sender.centreKeys,
  );

async function carry(file: string, by = carrier) {
  const response = await fetch(`${centre.url}/api/courier/bundles`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${by.session.accessToken}`,
      'content-type': 'text/plain',
    },
    body: file,
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function taken(file: string) {
  const answer = await carry(file);
  expect(answer.status).toBe(200);
  return takenBundleSchema.parse(answer.body);
}

describe('a bundle from an office without a line', () => {
  it('goes through intake in the name of its sender, and brings back verdicts and news', async () => {
    const good = person('Nguyễn Thị Đường Xa');
    const foreign = { ...person('Trần Văn Lạc'), unit: 'H20.82' };
    const report = await taken(await bundleOf([good, foreign]));
    expect(report).toMatchObject({
      account: 'vanthu.truong',
      rows: 2,
      refused: 1,
      again: false,
    });
    const answer = await openAnswer(report.answer, pc.device, pc.centreKeys);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.value.results).toMatchObject([
      { outcome: 'stored', id: good._id },
      { outcome: 'refused', problem: { code: 'CHANGE_WRONG_UNIT' } },
    ]);
    expect(answer.value.streams.change?.documents.map(({ id }) => id)).toContain(good._id);
    expect(answer.value.streams.unit?.documents.length).toBeGreaterThan(0);
    // The cursors are those of the line: an ordinary pull goes on where the stick ended.
    const { streams } = await pc.client.pull({
      change: { cursors: { ...answer.value.streams.change?.cursors }, limit: 10 },
    });
    expect(streams.change?.documents).toEqual([]);
  });

  it('has no second effect, but gets its answer again: the first may have been lost', async () => {
    const change = person('Lê Văn Hai Lần');
    const file = await bundleOf([change]);
    const first = await taken(file);
    // Meanwhile life goes on: the change is verified over a line.
    const opened = await openAnswer(first.answer, pc.device, pc.centreKeys);
    const row = opened.ok ? opened.value.results[0] : undefined;
    const rev = row?.outcome === 'stored' ? row.rev : null;
    await pc.client.push([moved(change, 'verified', pc.client.stamp)], [rev]);
    const before = await centre.store.get('desk-h20-81-11', change._id);
    const second = await taken(file);
    expect(second).toMatchObject({ again: true, rows: 1, refused: 0 });
    expect(await centre.store.get('desk-h20-81-11', change._id)).toEqual(before);
  });

  it('is refused under an id that another file has used', async () => {
    const id = ulid();
    await taken(await bundleOf([person('Phạm Thị Một')], id));
    const answer = await carry(await bundleOf([person('Phạm Thị Hai')], id));
    expect(codeOf(answer)).toBe('COURIER_ALREADY_USED');
  });

  it('tells the finder of the stick nothing', async () => {
    const file = await bundleOf([person('Hoàng Thị Kín')]);
    const { answer } = await taken(file);
    for (const text of [file, answer]) {
      const clear = text
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('utf8'))
        .join('\n');
      expect(clear).not.toContain('Kín');
      expect(clear).not.toContain('patch');
    }
  });
});

describe('what is not taken in', () => {
  const flip = (text: string, part: number) => {
    const parts = text.split('.');
    const old = parts[part] ?? '';
    const middle = Math.floor(old.length / 2);
    parts[part] =
      `${old.slice(0, middle)}${old[middle] === 'A' ? 'B' : 'A'}${old.slice(middle + 1)}`;
    return parts.join('.');
  };

  it.each([
    ['another kind of file', 'COURIER_WRONG_FILE', () => '%PDF-1.7 …'],
    ['an answer', 'COURIER_WRONG_FILE', async () => (await taken(await bundleOf([]))).answer],
    [
      'a file that was cut',
      'COURIER_DAMAGED',
      async () => {
        const whole = await bundleOf([person('Vũ Thị Cụt')]);
        return whole.slice(0, -40);
      },
    ],
    [
      'a changed byte',
      'COURIER_DAMAGED',
      async () => flip(await bundleOf([person('Vũ Văn Sửa')]), 3),
    ],
    [
      'a bundle for another centre',
      'COURIER_NOT_FOR_US',
      async () => {
        const other = await startCentre(everyone);
        try {
          const there = await registered(await other.signIn('vanthu.truong'));
          return await bundleOf([], ulid(), there);
        } finally {
          await other.close();
        }
      },
    ],
    [
      'one of a device that nobody registered',
      'COURIER_DEVICE_UNKNOWN',
      () => bundleOf([], ulid(), { ...pc, device: newDevice('PC-LA') }),
    ],
    [
      'one signed with another key',
      'COURIER_SIGNATURE_BAD',
      () =>
        bundleOf([], ulid(), {
          ...pc,
          device: { ...pc.device, signingKey: newDevice('x').signingKey },
        }),
    ],
    [
      'one in the name of another account',
      'FORBIDDEN',
      async () =>
        packBundle(
          { id: ulid(), madeAtUtc: new Date().toISOString(), rows: [], cursors: {} },
          'vanthu.khac',
          pc.device,
          pc.centreKeys,
        ),
    ],
  ])('%s: %s', async (_, code, file) => {
    expect(codeOf(await carry(await file()))).toBe(code);
  });

  it('one of a device that was revoked, or whose account was closed', async () => {
    const lost = await registered(await centre.signIn('vanthu.truong'));
    const file = await bundleOf([person('Đỗ Thị Mất Máy')], ulid(), lost);
    await pc.client.call('POST', `/api/devices/${lost.device.id}/revoke`);
    expect(codeOf(await carry(file))).toBe('DEVICE_REVOKED');
  });

  it('one of a device that registered before the password was changed, until it signs in anew', async () => {
    const admin = await centre.signIn('quantri');
    const user = 'doi.matkhau';
    const password = 'Lua@Chin2027';
    const grants = [{ role: 'clerk', unit: school }];
    const created = { user, name: 'Ngô Thị Đổi', grants, password: testPassword };
    expect((await admin.call('POST', '/api/accounts', created)).status).toBe(201);
    const first = await centre.signIn(user);
    const change = (client: TestClient, current: string, next: string) =>
      client.call('POST', '/api/session/password', { current, next });
    await change(first, testPassword, password);
    const office = await registered(first);
    const file = await bundleOf([], ulid(), office);
    expect((await carry(file)).status).toBe(200);

    // Whoever held that session has the key still; the password is another one now.
    const reset = { password: testPassword };
    expect((await admin.call('POST', `/api/accounts/${user}/password-reset`, reset)).status).toBe(
      200,
    );
    const again = await centre.signIn(user);
    await change(again, testPassword, 'Lua@Chin2028');
    expect(codeOf(await carry(file))).toBe('COURIER_PASSWORD_CHANGED');
    const asked = registrationOf(office.device);
    expect(codeOf(await first.call('POST', '/api/devices', asked))).toBe('SESSION_EXPIRED');
    // Another's keys under the same id renew nothing.
    const forged = { ...registrationOf(newDevice('PC-LA')), id: office.device.id };
    expect(codeOf(await again.call('POST', '/api/devices', forged))).toBe('FORBIDDEN');
    expect(codeOf(await carry(file))).toBe('COURIER_PASSWORD_CHANGED');

    // The PC itself, signed in with the present password.
    expect((await again.call('POST', '/api/devices', asked)).status).toBe(201);
    expect((await carry(file)).status).toBe(200);
    // Changed once more in that very session: it showed the password, and its PC renews itself.
    await change(again, 'Lua@Chin2028', 'Lua@Chin2029');
    expect(codeOf(await carry(file))).toBe('COURIER_PASSWORD_CHANGED');
    expect((await again.call('POST', '/api/devices', asked)).status).toBe(201);
    expect((await carry(file)).status).toBe(200);
  });

  it('one made to fill the memory, while the centre goes on answering', async () => {
    const signed = async (text: string) =>
      sealEnvelope({
        kind: 'bundle',
        packed: gzipSync(text),
        signer: { id: pc.device.id, key: pc.device.signingKey },
        receiver: { id: pc.centreKeys.id, key: pc.centreKeys.encryptionKey },
      });
    // The first swells a thousandfold; the second does not pack, and is only too much.
    const swollen = `{"rows":[${'[],'.repeat(5_000_000)}[]]}`;
    const bits = randomBytes(200_000);
    const dense = `{"rows":[${Array.from(bits, (bit) => (bit & 1 ? '[]' : '{}')).join(',')}]}`;
    for (const text of [swollen, dense]) {
      const carried = carry(await signed(text));
      expect((await fetch(`${centre.url}/api/about`)).status).toBe(200);
      expect(codeOf(await carried)).toBe('COURIER_DAMAGED');
    }
    await taken(await bundleOf([]));
  });

  it('a second one of the same account before the first is taken', async () => {
    const file = await bundleOf([]);
    const answers = await Promise.all([carry(file), carry(file)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    await taken(file);
  });

  it('one that a person brings who has no office', async () => {
    const employee = await centre.signIn('ca.nhan');
    expect(codeOf(await carry(await bundleOf([]), employee))).toBe('FORBIDDEN');
  });
});

it('an answer opens on the PC that asked, and nowhere else', async () => {
  const { answer } = await taken(await bundleOf([]));
  const other = newDevice('PC-KHAC');
  const opened = await openAnswer(answer, other, pc.centreKeys);
  expect(opened.ok ? 'opened' : opened.problem.code).toBe('COURIER_NOT_FOR_US');
  const forged = { ...pc.centreKeys, signingKey: registrationOf(other).signingKey };
  const untrusted = await openAnswer(answer, pc.device, forged);
  expect(untrusted.ok ? 'opened' : untrusted.problem.code).toBe('COURIER_SIGNATURE_BAD');
});
