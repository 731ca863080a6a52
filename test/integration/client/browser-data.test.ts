import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openRemoteData,
  openRemoteSession,
  readAbout,
} from '../../../renderer/data/remote/index.ts';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { setCatalogueEdits } from '../../../shared/catalogue/index.ts';
import { done } from '../../../shared/errors/index.ts';
import { startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { communeUnit, newPerson, until } from './clients.ts';

let centre: TestCentre;
let signer: SoftwareSigner;
let ports: DataPort[] = [];

beforeAll(async () => {
  const ca = await createSoftwareCa();
  signer = await ca.issue('Người Phê Duyệt');
  const grantOf = (role: 'clerk' | 'head') => [{ role, unit: communeUnit }] as const;
  centre = await startCentre(
    [
      { user: 'thu', name: 'Lê Văn Thư', grants: grantOf('clerk') },
      {
        user: 'sonv',
        name: 'Trần Thị Sở',
        grants: [{ role: 'departmentOfficer', unit: 'H20' }],
      },
      {
        user: 'chu',
        name: 'Trần Chủ Tịch',
        grants: grantOf('head'),
        certificatePem: signer.certificatePem,
      },
    ],
    { caPem: ca.pem },
  );
});
// A gateway that ends waits for connections that say nothing; Node’s fetch leaves one for each live line.
afterAll(async () => {
  await Promise.all(ports.map((port) => port.close()));
  await centre.close();
  setCatalogueEdits([]);
}, 90_000);

/** A browser keeps the refresh cookie by itself; Node does not. */
function browserFetch() {
  let cookie = '';
  let refuseNext = 0;
  const send: typeof fetch = async (input, init) => {
    if (refuseNext > 0 && new Headers(init?.headers).has('authorization')) {
      refuseNext -= 1;
      return new Response('{}', { status: 401 });
    }
    const headers = new Headers(init?.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(input, { ...init, headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
  return { fetch: send, expire: () => void (refuseNext = 1) };
}

async function openBrowser(user: string) {
  const browser = browserFetch();
  const options = { serverUrl: centre.url, fetch: browser.fetch };
  const door = openRemoteSession(options);
  const session = await door.signIn(user, testPassword);
  if (!session.ok) throw new Error(session.problem.code);
  const port = openRemoteData(session.value);
  ports = [...ports, port];
  return { port, door, browser, session: session.value };
}

describe('working in a browser', () => {
  it('knows the centre before signing in, and says when a password is wrong', async () => {
    expect(await readAbout({ serverUrl: centre.url })).toMatchObject({
      ok: true,
      value: { demo: false },
    });
    const wrong = await openRemoteSession({ serverUrl: centre.url }).signIn('thu', 'sai');
    expect(!wrong.ok && wrong.problem.code).toBe('SIGN_IN_FAILED');
  });

  it('enters, verifies, returns and mends at the centre; another browser is told', async () => {
    const clerk = await openBrowser('thu');
    const head = await openBrowser('chu');
    const topics = new Set<string>();
    head.port.subscribe((news) => {
      for (const topic of news) topics.add(topic);
    });
    await until(head.port.sync.state, ({ phase }) => phase === 'live');
    topics.clear();

    const taken = newPerson('Mai Thị Trình');
    const results = await clerk.port.submit([
      taken,
      { ...newPerson('Mai Thị Trùng'), patch: taken.patch },
    ]);
    expect(results.map((result) => (result.ok ? 'ok' : result.problem.code))).toEqual([
      'ok',
      'IDENTITY_NUMBER_TAKEN',
    ]);
    await until(
      () => topics,
      (all) => all.has('changes'),
    );

    const id = results[0]?.ok ? results[0].value._id : '';
    const [seen] = await head.port.changes({
      unit: communeUnit,
      states: ['submitted', 'verified'],
    });
    expect(seen?._id).toBe(id);
    const [returned] = await head.port.move([id], 'returned', 'Thiếu nơi sinh');
    expect(returned?.ok).toBe(true);
    // The clerk's copy is old: the centre says so.
    const [late] = await clerk.port.move([id], 'verified');
    expect(late?.ok === false && late.problem.code).toBe('CHANGE_OUT_OF_DATE');
    await clerk.port.changes({});
    const again = await clerk.port.resubmit(
      id,
      { ...seen?.patch, note: { text: 'Đã bổ sung' } },
      '2026-01-06',
    );
    expect(again.ok).toBe(true);
    const [verified] = await clerk.port.move([id], 'verified');
    expect(verified?.ok).toBe(true);
    expect((await clerk.port.delivery([id])).get(id)).toBe('atCentre');
  });

  it('edits a code list, and another browser is told and has it', async () => {
    const officer = await openBrowser('sonv');
    const clerk = await openBrowser('thu');
    const topics = new Set<string>();
    clerk.port.subscribe((news) => news.forEach((topic) => topics.add(topic)));
    await until(clerk.port.sync.state, ({ phase }) => phase === 'live');
    topics.clear();
    const edit = {
      kind: 'amend',
      code: '01.003',
      set: { label: 'Chuyên viên (tên mới)' },
    } as const;
    const request = { assumedVersion: 0, edit, reason: 'Theo thông tư mới' };
    const refused = await clerk.port.catalogues.edit('rank', request);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
    const edited = await officer.port.catalogues.edit('rank', request);
    expect(edited).toMatchObject({ ok: true, value: { version: 1, edits: [{ edit }] } });
    await until(
      () => topics,
      (all) => all.has('catalogues'),
    );
    const [list] = await clerk.port.catalogues.documents();
    expect(list).toEqual(edited.ok && edited.value);
    const again = await officer.port.catalogues.edit('rank', request);
    expect(again).toMatchObject({ problem: { code: 'CATALOGUE_EDITED_MEANWHILE' } });
  });

  it('approves with a signature made elsewhere, and shows the evidence', async () => {
    const { port } = await openBrowser('chu');
    const [change] = await port.changes({ states: ['verified'] });
    const approval = await port.approve({
      unit: communeUnit,
      period: civilDateInVietnam(new Date().toISOString()).slice(0, 7),
      changes: [change?._id ?? ''],
      sign: async (text) =>
        done({ signature: await signer.sign(text), certificateSha256: '0'.repeat(64) }),
    });
    expect(approval.ok).toBe(true);
    const view = await port.dossier(change?.dossier ?? '');
    expect(view?.dossier?.version).toBe(1);
    expect(view?.approvals).toHaveLength(1);
    expect(await port.evidence(approval.ok ? approval.value._id : '')).toMatchObject({
      valid: true,
    });
    expect((await port.dossiers({ text: 'mai thi trinh', offset: 0, limit: 5 })).total).toBe(1);
    expect((await port.approvals(communeUnit)).length).toBe(1);
    expect((await port.units()).find(({ unit }) => unit.code === communeUnit)?.dossiers).toBe(1);
    expect(await port.dossier('dossier:01M81EN63WVDHXP3V9DESRDYSE')).toBeNull();
  });

  it('resumes by the cookie after a reload, and renews a token that ran out', async () => {
    const { door, browser } = await openBrowser('thu');
    const resumed = await door.resume();
    expect(resumed.ok && resumed.value.account.account).toBe('thu');
    if (!resumed.ok) return;
    const port = openRemoteData(resumed.value);
    ports = [...ports, port];
    browser.expire();
    expect((await port.units()).length).toBeGreaterThan(0);
    await resumed.value.signOut();
    const gone = await door.resume();
    expect(!gone.ok && gone.problem.code).toBe('SESSION_EXPIRED');
  });

  it('throws a problem, not an empty list, when the centre cannot be reached', async () => {
    const dead = openRemoteSession({ serverUrl: 'http://127.0.0.1:9' });
    const none = await dead.resume();
    expect(!none.ok && none.problem.code).toBe('SERVER_UNREACHABLE');
    const { session } = await openBrowser('thu');
    const port = openRemoteData({ ...session, options: { serverUrl: 'http://127.0.0.1:9' } });
    ports = [...ports, port];
    await expect(port.units()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
    await until(port.sync.state, ({ phase }) => phase === 'offline');
  });
});
