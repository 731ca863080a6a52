/** Who sits before the screen in a screenshot, chosen by the page's query: `?as=clerk&sync=offline`. */
import { backupScenes } from '../../helpers/fake-backups.ts';
import { courierScenes } from '../../helpers/fake-courier.ts';
import { fakeDataPort } from '../../helpers/fake-data-port.ts';
import type { UnsentScan } from '../../../renderer/data/port/scan-port.ts';
import type { UnfinishedForm } from '../../../renderer/data/port/unfinished.ts';
import type { KeepingState, SyncState } from '../../../renderer/data/port/data-port.ts';
import type { Door, DoorInfo, OpenSession, TokenReading } from '../../../renderer/session/index.ts';
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { Role } from '../../../shared/account/roles.ts';
import type { LeftSession } from '../../../shared/contract/ipc.ts';
import { done, failed, problem, type Problem } from '../../../shared/errors/index.ts';
import { fakeClerk, fakeHead } from '../../helpers/fake-people.ts';

const account = (
  name: { account: string; name: string },
  role: Role,
  unit: string,
): SessionAccount => ({
  account: name.account,
  name: name.name,
  grants: [{ role, unit }],
  mustChangePassword: false,
  certificates: role === 'head' ? ['a'.repeat(64)] : [],
});

const people: Readonly<Record<string, SessionAccount>> = {
  clerk: account(fakeClerk, 'clerk', 'H20.81'),
  head: account(fakeHead, 'head', 'H20.81'),
  unitAdmin: account({ account: 'quantri.myan', name: 'Nguyễn Hoàng Phúc' }, 'unitAdmin', 'H20.81'),
  department: account(
    { account: 'sonoivu', name: 'Võ Thị Kim Nguyệt' },
    'departmentOfficer',
    'H20',
  ),
  admin: account({ account: 'quantri', name: 'Quản trị hệ thống' }, 'systemAdmin', 'H20'),
};

const syncStates: Readonly<Record<string, Partial<SyncState>>> = {
  live: {},
  offline: { phase: 'offline', waiting: 3 },
  pushing: { phase: 'pushing', waiting: 3 },
  pulling: { phase: 'pulling', received: 1300, progress: { done: 1250, of: 5003 } },
  portal: { phase: 'portal', waiting: 3, problem: problem('CAPTIVE_PORTAL') },
  trouble: {
    phase: 'centreTrouble',
    waiting: 3,
    problem: problem('CENTRE_IN_TROUBLE', { status: 502 }),
  },
  paused: { phase: 'paused', waiting: 3 },
  clock: { phase: 'live', clockErrorMs: 3 * 365 * 86_400_000 },
};

const keepingStates: Readonly<Record<string, Partial<KeepingState>>> = {
  well: {},
  low: { room: 'low', freeBytes: 143_000_000 },
  full: { room: 'full', freeBytes: 12_000_000 },
  rebuilding: { rebuilding: true, unreadable: 2 },
};

const certificate = (letter: string, name: string, over: object = {}) => ({
  sha256: letter.repeat(64),
  subject: `CN=${name}`,
  commonName: name,
  issuer: 'Cơ quan chứng thực số chuyên dùng Chính phủ (thử nghiệm)',
  serialNumber: '54100A2F',
  notBeforeUtc: '2025-01-01T00:00:00.000Z',
  notAfterUtc: '2028-01-01T00:00:00.000Z',
  usableForSigning: true,
  ...over,
});
const token = (serial: string, label: string, certificates: ReturnType<typeof certificate>[]) => ({
  serial,
  label,
  model: 'ePass2003',
  manufacturer: 'thử nghiệm',
  pinLow: false,
  pinFinal: false,
  pinLocked: false,
  certificates,
});
const own = token('0A1B2C3D', 'Nguyen Huu Duc', [
  certificate('a', 'Nguyễn Hữu Đức'),
  certificate('b', 'Nguyễn Hữu Đức', { notAfterUtc: '2024-12-31T17:00:00.000Z' }),
]);
const tokenReadings: Readonly<Record<string, TokenReading>> = {
  one: { module: 'sim', tokens: [own] },
  none: { module: 'sim', tokens: [] },
  two: {
    module: 'sim',
    tokens: [
      own,
      {
        ...token('77AA', 'UBND xa My An Hung', [certificate('c', 'UBND xã Mỹ An Hưng')]),
        pinLow: true,
      },
    ],
  },
};

const left = (why: LeftSession['why'], leaseDaysLeft: number | null = null): LeftSession => ({
  why,
  account: fakeClerk.account,
  leaseDaysLeft,
});
const leftSessions: Readonly<Record<string, LeftSession>> = {
  locked: left('locked', 4),
  lockedLong: left('locked', 0),
  expired: left('expired'),
  revoked: left('revoked'),
  broughtBack: left('broughtBack'),
};

/** What signing in answers to these passwords. */
const refusals: Readonly<Record<string, Problem>> = {
  'mat mang': problem('SERVER_UNREACHABLE'),
  'qua han': problem('VAULT_LEASE_ENDED', { days: 30 }),
  'dong ho lui': problem('VAULT_CLOCK_BEHIND'),
  'thu hoi': problem('DEVICE_REVOKED'),
  'khoa may dong': problem('VAULT_KEYRING_CLOSED'),
  'tep khoa hong': problem('VAULT_DAMAGED'),
  'doi o noi khac': problem('VAULT_OLD_PASSWORD_NEEDED'),
};

const keptForm = (patch: UnfinishedForm['patch']): UnfinishedForm => ({
  patch,
  seenVersion: 1,
  evidence: [],
  above: {},
  keptAtUtc: '2026-11-22T02:12:00.000Z',
});
const keptForms: readonly (readonly [string, UnfinishedForm])[] = [
  ['new', keptForm({ identity: { fullName: 'Phan Thị Diệu Hiền' } })],
  [
    'edit:dossier:00000000000000000000000004',
    keptForm({ employment: { position: 'Phó Hiệu trưởng' } }),
  ],
];

const keptScan = (letter: string, name: string, bytes: number, more: object): UnsentScan => ({
  scan: { sha256: letter.repeat(64), name, mediaType: 'application/pdf', bytes },
  to: { unit: 'H20.81.12', dossier: 'dossier:00000000000000000000000004' },
  addedAtUtc: '2026-11-21T09:05:00.000Z',
  state: { place: 'onThisDisk', percent: null, problem: null },
  ...more,
});
const keptScans: readonly UnsentScan[] = [
  keptScan('a', 'Quyết định bổ nhiệm số 112-QĐ-UBND.pdf', 2_480_000, {
    state: { place: 'sending', percent: 40, problem: null },
  }),
  keptScan('b', 'Bằng tốt nghiệp đại học (bản sao có chứng thực).pdf', 812_000, {}),
  keptScan('c', 'Giấy khai sinh.pdf', 390_000, {
    state: { place: 'refused', percent: null, problem: problem('SCAN_DAMAGED') },
  }),
  keptScan('d', 'Ảnh dán 1.png', 145_000, { to: null }),
];

/** A door that opens onto made-up data. `user=` signs in at once. */
export function sceneDoor(query: URLSearchParams): Door {
  const place = query.get('place') === 'browser' ? 'browser' : 'desktop';
  const info: DoorInfo = {
    place,
    version: '0.1.0',
    serverUrl: query.get('server') === 'none' ? null : 'https://hoso.dongthap.example',
    province: place === 'browser' ? 'Tỉnh Đồng Tháp' : null,
    demo: place === 'browser',
    knownAccounts: place === 'desktop' ? [fakeClerk] : [],
    left: leftSessions[query.get('left') ?? ''] ?? null,
  };
  const open = (who: SessionAccount): OpenSession => ({
    account: who,
    mode: query.get('sync') === 'offline' ? 'offline' : 'online',
    serverName: 'Sở Nội vụ Đồng Tháp',
    port: fakeDataPort({
      place: place === 'desktop' ? 'local' : 'remote',
      account: who,
      sync: syncStates[query.get('sync') ?? 'live'] ?? {},
      keeping: keepingStates[query.get('disk') ?? 'well'] ?? {},
      people: Number(query.get('people') ?? '64'),
      lacking: Number(query.get('lacking') ?? '0'),
      courier: courierScenes.find((scene) => scene === query.get('courier')),
      backups: backupScenes.find((scene) => scene === query.get('backups')),
      unsentScans: query.has('kept') ? keptScans : undefined,
      unfinished: query.has('kept') ? keptForms : undefined,
      submitMs: Number(query.get('submitMs') ?? '0'),
    }),
  });
  const person = people[query.get('as') ?? ''];
  const who = person && { ...person, mustChangePassword: query.get('password') === 'issued' };
  return {
    place,
    oldData:
      place === 'desktop'
        ? {
            leftAtUtc: () =>
              Promise.resolve(done(query.has('aside') ? ['2026-11-18T01:20:00.000Z'] : [])),
            bringBack: () => Promise.resolve(failed('VAULT_OLD_PASSWORD_WRONG')),
          }
        : null,
    registration:
      place === 'desktop'
        ? {
            problem: () =>
              Promise.resolve(
                query.has('tooManyPcs') ? problem('DEVICES_TOO_MANY', { most: 20 }) : null,
              ),
          }
        : null,
    signing:
      place === 'desktop'
        ? {
            tokens: () =>
              Promise.resolve(done(tokenReadings[query.get('token') ?? 'one'] as TokenReading)),
            signWith: () => () =>
              new Promise((answer) => {
                setTimeout(() => {
                  answer(
                    query.get('pin') === 'wrong'
                      ? failed('PIN_LOCKED')
                      : done({ signature: 'TUlJ', certificateSha256: 'a'.repeat(64) }),
                  );
                }, 900);
              }),
          }
        : null,
    info: () => Promise.resolve(done(info)),
    configure: (url) =>
      Promise.resolve(
        url.startsWith('https://')
          ? done({ ...info, serverUrl: url })
          : failed('SERVER_ADDRESS_INVALID'),
      ),
    resume: () => Promise.resolve(who ? open(who) : null),
    signIn: (user, password, old) => {
      const refused =
        old && 'oldPassword' in old ? problem('VAULT_OLD_PASSWORD_WRONG') : refusals[password];
      if (refused && !(old && 'withoutOld' in old))
        return Promise.resolve({ ok: false, problem: refused });
      const known = people[user];
      return Promise.resolve(known ? done(open(known)) : failed('SIGN_IN_FAILED'));
    },
    changePassword: (session, { current }) =>
      Promise.resolve(
        current === 'sai'
          ? failed('SIGN_IN_FAILED')
          : done({ ...session, account: { ...session.account, mustChangePassword: false } }),
      ),
    signOut: () => Promise.resolve(),
    lock: place === 'desktop' ? () => Promise.resolve() : null,
  };
}
