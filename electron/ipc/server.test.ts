import { describe, expect, it } from 'vitest';
import { serverHandlers } from './server.ts';

/** The program with this address, and a person who answers so. */
function desk(kept: string | null, agrees = false) {
  let origin = kept;
  const events: string[] = [];
  const handlers = serverHandlers({
    app: {
      version: '1',
      platform: 'linux',
      serverOrigin: () => origin,
      knownAccounts: async () => [],
      left: () => null,
    },
    confirmMove: async (from, to) => {
      events.push(`asked ${from} → ${to}`);
      return agrees;
    },
    signOut: async () => void events.push('signed out'),
    keepOrigin: async (next) => {
      origin = next;
      events.push('kept');
    },
    reload: () => void events.push('loaded anew'),
  });
  return { configure: (url: string) => handlers['server.configure']({ url }), events };
}

const [a, b] = ['https://a.example', 'https://b.example'] as const;

describe("the centre's address", () => {
  it('is changed only when a person agrees, and after signing out', async () => {
    const { configure, events } = desk(a, true);
    expect(await configure(`${b}/x`)).toMatchObject({ ok: true, value: { serverUrl: b } });
    expect(events).toEqual([`asked ${a} → ${b}`, 'signed out', 'kept', 'loaded anew']);
  });

  it('stays, and the session with it, when the person does not', async () => {
    const { configure, events } = desk(a);
    expect(await configure(b)).toMatchObject({ problem: { code: 'NOT_AGREED' } });
    expect(events).toEqual([`asked ${a} → ${b}`]);
  });

  it('is set without a question while there is none', async () => {
    const { configure, events } = desk(null);
    expect((await configure(a)).ok).toBe(true);
    expect(events).toEqual(['signed out', 'kept', 'loaded anew']);
  });

  it('that is the same already, or no address, asks nobody', async () => {
    const { configure, events } = desk(a);
    expect((await configure(`${a}/`)).ok).toBe(true);
    expect(await configure('http://b.example')).toMatchObject({
      problem: { code: 'SERVER_ADDRESS_INVALID' },
    });
    expect(events).toEqual([]);
  });
});
