import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceSession } from '../../shared/contract/ipc.ts';
import { done, failed } from '../../shared/errors/index.ts';
import { ScreenLock } from './screen-lock.ts';

const session: DeviceSession = {
  session: {
    account: {
      account: 'hieu.vm',
      name: 'Võ Minh Hiếu',
      grants: [],
      mustChangePassword: false,
      certificates: [],
    },
    server: { name: 'Sở Nội vụ', epoch: 'e1' },
  },
  accessToken: null,
  expiresAtUtc: null,
  databaseName: 'hoso-1',
  mode: 'online',
};

let open: DeviceSession | null;
let confirmedAtUtc: string;
let events: string[];
let lock: ScreenLock;

beforeEach(() => {
  open = session;
  confirmedAtUtc = '2026-11-26T03:00:00.000Z';
  events = [];
  lock = newLock({ patienceMs: 50 });
});

const newLock = ({ patienceMs }: { readonly patienceMs: number }): ScreenLock =>
  new ScreenLock({
    keeper: {
      current: () => open,
      confirmedAtUtc: () => confirmedAtUtc,
      lock: async () => {
        open = null;
        events.push('keys gone');
      },
      signOut: async () => {
        open = null;
        events.push('signed out');
      },
      bringBack: async ({ oldPassword }) => {
        if (oldPassword !== 'cũ') return failed('VAULT_OLD_PASSWORD_WRONG');
        open = null;
        events.push('brought back');
        return done(null);
      },
    },
    abortSigning: () => void events.push('signing ended'),
    reload: () => void events.push('loaded anew'),
    now: () => new Date('2026-11-27T03:00:00.000Z'),
    patienceMs,
  });

describe('locking', () => {
  it('lets the page keep its forms, then takes the keys, then loads the page anew', async () => {
    const told = lock.announced().then(() => {
      events.push('forms kept');
      lock.ready();
    });
    await lock.lock();
    await told;
    expect(events).toEqual(['signing ended', 'forms kept', 'keys gone', 'loaded anew']);
    expect(lock.left()).toEqual({ why: 'locked', account: 'hieu.vm', leaseDaysLeft: null });
  });

  it('does not wait for ever for a page that keeps silent', async () => {
    void lock.announced();
    await lock.lock();
    expect(open).toBeNull();
    open = session;
    lock.pageLoaded();
    await lock.lock();
    expect(open).toBeNull();
  });

  it('does not wait at all for a page that never asked', async () => {
    lock = newLock({ patienceMs: 60_000 });
    await lock.lock();
    expect(open).toBeNull();
  });

  it('loads a page anew that still shows a session which is gone', async () => {
    lock.opened();
    open = null;
    await lock.lock();
    expect(events).toContain('loaded anew');
    lock.pageLoaded();
    events = [];
    await lock.lock();
    expect(events).toEqual([]);
  });

  it('happens once, however often it is asked for, and not while nobody is signed in', async () => {
    await Promise.all([lock.lock(), lock.lock()]);
    await lock.lock();
    expect(events.filter((event) => event === 'keys gone')).toHaveLength(1);
  });

  it.each([
    ['2026-11-20T03:00:00.000Z', null],
    ['2026-11-02T03:00:00.000Z', 5],
    ['2026-10-01T03:00:00.000Z', 0],
  ])('says how long the lease still holds once its end is near: seen %s', async (seen, days) => {
    confirmedAtUtc = seen;
    await lock.lock();
    expect(lock.left()?.leaseDaysLeft).toBe(days);
  });
});

describe('leaving otherwise', () => {
  it('after signing out nobody is asked back; a session that ran out is', async () => {
    await lock.signOut('signedOut');
    expect(lock.left()).toBeNull();
    open = session;
    await lock.signOut('expired');
    expect(lock.left()).toMatchObject({ why: 'expired', account: 'hieu.vm' });
    lock.opened();
    expect(lock.left()).toBeNull();
  });

  it('a revoked PC says so, and loads the page anew', () => {
    lock.revoked('hieu.vm');
    expect(lock.left()).toMatchObject({ why: 'revoked' });
    expect(events).toContain('loaded anew');
  });

  it('brings old data back and loads the page anew; a wrong password changes nothing', async () => {
    const now = { password: 'mới' };
    expect(await lock.bringBack({ ...now, oldPassword: 'sai' })).toMatchObject({ ok: false });
    expect(lock.left()).toBeNull();
    expect(events).toEqual([]);
    await lock.bringBack({ ...now, oldPassword: 'cũ' });
    expect(events).toEqual(['brought back', 'signing ended', 'loaded anew']);
    expect(lock.left()).toMatchObject({ why: 'broughtBack', account: 'hieu.vm' });
  });
});
