import { describe, expect, it } from 'vitest';
import { ipcChannelNames, isIpcChannel } from '../../shared/contract/ipc-channels.ts';
import { ipcChannels } from '../../shared/contract/ipc.ts';
import { done, failed, ProblemError } from '../../shared/errors/index.ts';
import { dispatch, type Handlers } from './dispatch.ts';

const info = { version: '1', platform: 'linux', serverUrl: null, knownAccounts: [], left: null };
const unused = () => Promise.reject(new Error('not used here'));
const handlers: Handlers = {
  'app.info': async () => done(info),
  'server.configure': unused,
  'session.signIn': unused,
  'session.current': unused,
  'session.dataKey': unused,
  'session.registration': unused,
  'session.token': unused,
  'session.changePassword': unused,
  'line.look': unused,
  'session.signOut': unused,
  'vault.aside': unused,
  'vault.bringBack': unused,
  'lock.now': unused,
  'leave.announced': unused,
  'leave.ready': unused,
  'scans.add': unused,
  'scans.send': unused,
  'scans.reopen': unused,
  'scans.standing': unused,
  'scans.read': unused,
  'scans.remove': unused,
  'courier.ready': unused,
  'courier.write': unused,
  'courier.read': unused,
  'signing.tokens': unused,
  'signing.sign': unused,
  'signing.module': unused,
  'journal.append': unused,
  'journal.settled': unused,
  'journal.replay': unused,
  'journal.state': unused,
  'faults.allowed': unused,
  'faults.reached': unused,
};

describe('a message from a page', () => {
  it('is answered by its handler', async () => {
    expect(await dispatch(handlers, () => 'i', 'app.info', undefined)).toEqual(done(info));
  });

  it('that does not fit the channel is refused without quoting it', async () => {
    const message = { user: 'hieu.vm', password: 'x'.repeat(300) };
    const result = await dispatch(handlers, () => 'i', 'session.signIn', message);
    expect(result).toMatchObject({
      problem: { code: 'INVALID_INPUT', details: { path: 'password' } },
    });
    expect(JSON.stringify(result)).not.toMatch(/hieu|xxx/);
    const unexpected = await dispatch(handlers, () => 'i', 'app.info', { more: 1 });
    expect(unexpected).toMatchObject({ problem: { code: 'INVALID_INPUT' } });
  });

  it('gets no key the contract does not name', async () => {
    const leaking = { ...handlers, 'app.info': async () => done({ ...info, dataKey: 'secret' }) };
    expect(await dispatch(leaking, () => 'i', 'app.info', undefined)).toEqual(done(info));
  });

  it('that meets a fault learns its number only', async () => {
    const faults: unknown[] = [];
    const broken: Handlers = {
      ...handlers,
      'app.info': () => Promise.reject(new Error('Võ Minh Hiếu 001075000001')),
    };
    const report = (_where: string, fault: unknown) => (faults.push(fault), 'beef');
    const result = await dispatch(broken, report, 'app.info', undefined);
    expect(result).toMatchObject({ problem: { code: 'INTERNAL', details: { incident: 'beef' } } });
    expect(JSON.stringify(result)).not.toContain('Hiếu');
    expect(faults).toHaveLength(1);
  });

  it('passes an expected problem on, returned or thrown', async () => {
    const refusing: Handlers = {
      ...handlers,
      'app.info': async () => failed('FORBIDDEN'),
      'session.current': () => Promise.reject(new ProblemError('NOT_FOUND')),
    };
    expect(await dispatch(refusing, () => 'i', 'app.info', undefined)).toEqual(failed('FORBIDDEN'));
    expect(await dispatch(refusing, () => 'i', 'session.current', undefined)).toEqual(
      failed('NOT_FOUND'),
    );
  });

  it("an answer that breaks the contract is our fault, not the page's", async () => {
    const wrong = { ...handlers, 'app.info': async () => done({ version: 1 }) };
    // A handler that is wrong at run time, past the compiler.
    const result = await dispatch(wrong as unknown as Handlers, () => 'i', 'app.info', undefined);
    expect(result).toMatchObject({ problem: { code: 'INTERNAL' } });
  });
});

it('the preload knows exactly the channels of the contract', () => {
  expect([...ipcChannelNames].sort()).toEqual(Object.keys(ipcChannels).sort());
  expect(isIpcChannel('toString')).toBe(false);
  expect(isIpcChannel('pin.submit')).toBe(false);
});
