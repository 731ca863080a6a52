import { describe, expect, it } from 'vitest';
import { manifestText } from '../../shared/approval/approval.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { SigningHost } from '../signing/host.ts';
import type { CertificateInfo, SignRequest, TokenInfo } from '../signing/types.ts';
import {
  signingDialogue,
  type PinHandlers,
  type PinWindow,
  type SigningDialogue,
} from './signing-dialogue.ts';
import { contentCode } from './signing-content.ts';

const certificate: CertificateInfo = {
  sha256: 'a'.repeat(64),
  subject: 'CN=Võ Minh Hiếu',
  commonName: 'Võ Minh Hiếu',
  issuer: 'CN=CA',
  serialNumber: '01',
  notBeforeUtc: '2026-01-01T00:00:00Z',
  notAfterUtc: '2027-12-31T17:00:00Z',
  usableForSigning: true,
};
const token: TokenInfo = {
  serial: 'S1',
  label: 'Hiệu trưởng',
  model: 'SoftHSM',
  manufacturer: 'SoftHSM',
  pinLow: false,
  pinFinal: false,
  pinLocked: false,
  certificates: [certificate],
};
const signer = { account: 'hieu.vm', name: 'Võ Minh Hiếu' };
const text = manifestText({
  form: 'hoso-approval-1',
  id: 'approval:2026-11:01JD8QGX3M0000000000000000',
  unit: 'H20.11.03',
  period: '2026-11',
  signer,
  changes: [{ id: 'change:01JD8QGX3M0000000000000001', sha256: 'a'.repeat(64) }],
  createdAtUtc: '2026-11-22T00:00:00.000Z',
});
const request = {
  module: '/lib/token.so',
  text,
  tokenSerial: 'S1',
  certificateSha256: certificate.sha256,
};

/** The window, as a person would use it. */
function desk(options: {
  tokens?: Result<readonly TokenInfo[]>;
  pins?: Record<string, Result<null>>;
  now?: string;
}): {
  dialogue: SigningDialogue;
  windows: (PinHandlers & { closed: boolean })[];
  jobs: SignRequest[];
} {
  const windows: (PinHandlers & { closed: boolean })[] = [];
  const jobs: SignRequest[] = [];
  const host: SigningHost = {
    list: async () => options.tokens ?? done([token]),
    sign: async (job, signal) => {
      jobs.push(job);
      if (job.pin === 'hangs') {
        return new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve(failed('PIN_CANCELLED')));
        });
      }
      const result = options.pins?.[job.pin] ?? done(null);
      return result.ok
        ? done({ cms: new Uint8Array([1, 2, 3]), certificateSha256: job.certificateSha256 })
        : result;
    },
  };
  const open = (handlers: PinHandlers): PinWindow => {
    let tell: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const shown = { ...handlers, closed: false };
    windows.push(shown);
    return {
      closed,
      close: () => {
        shown.closed = true;
        tell();
      },
    };
  };
  const now = () => new Date(options.now ?? '2026-11-22T00:00:00Z');
  return { dialogue: signingDialogue({ host, open, signer: () => signer, now }), windows, jobs };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a signing', () => {
  it('shows what is signed and with what, and gives the signature', async () => {
    const { dialogue, windows, jobs } = desk({});
    const signing = dialogue.sign(request);
    await settled();
    expect(windows[0]?.context).toEqual({
      content: {
        unit: 'H20.11.03',
        period: '11/2026',
        changes: 1,
        signer: 'Võ Minh Hiếu',
        contentCode: contentCode(text),
      },
      tokenLabel: 'Hiệu trưởng',
      certificateName: 'Võ Minh Hiếu',
      warning: null,
    });
    expect(await windows[0]?.submit('1234')).toEqual(done(null));
    expect(await signing).toEqual(
      done({ signature: 'AQID', certificateSha256: certificate.sha256 }),
    );
    expect(new TextDecoder().decode(jobs[0]?.content)).toBe(text);
    expect(windows[0]?.closed).toBe(true);
  });

  it('stays open after a wrong PIN, until the right one', async () => {
    const pins = { one: failed('PIN_WRONG'), two: failed('PIN_LAST_TRY') };
    const { dialogue, windows } = desk({ pins });
    const signing = dialogue.sign(request);
    await settled();
    expect(await windows[0]?.submit('one')).toMatchObject({ problem: { code: 'PIN_WRONG' } });
    expect(await windows[0]?.submit('two')).toMatchObject({ problem: { code: 'PIN_LAST_TRY' } });
    expect(windows[0]?.closed).toBe(false);
    await windows[0]?.submit('three');
    expect((await signing).ok).toBe(true);
  });

  it.each(['PIN_LOCKED', 'TOKEN_REMOVED', 'SIGNING_TIMED_OUT'] as const)(
    'ends with %s: another PIN would not help',
    async (code) => {
      const { dialogue, windows } = desk({ pins: { x: failed(code) } });
      const signing = dialogue.sign(request);
      await settled();
      await windows[0]?.submit('x');
      expect(await signing).toMatchObject({ problem: { code } });
      expect(windows[0]?.closed).toBe(true);
    },
  );

  it('given up is PIN_CANCELLED, also while the token is still thinking', async () => {
    const { dialogue, windows } = desk({});
    const first = dialogue.sign(request);
    await settled();
    windows[0]?.cancel();
    expect(await first).toMatchObject({ problem: { code: 'PIN_CANCELLED' } });
    const second = dialogue.sign(request);
    await settled();
    void windows[1]?.submit('hangs');
    await settled();
    expect(await windows[1]?.submit('1234')).toMatchObject({
      problem: { code: 'SIGNING_IN_PROGRESS' },
    });
    dialogue.abort();
    expect(await second).toMatchObject({ problem: { code: 'PIN_CANCELLED' } });
  });

  it('is one at a time', async () => {
    const { dialogue, windows } = desk({});
    const first = dialogue.sign(request);
    expect(await dialogue.sign(request)).toMatchObject({
      problem: { code: 'SIGNING_IN_PROGRESS' },
    });
    await settled();
    windows[0]?.cancel();
    await first;
    void dialogue.sign(request);
    await settled();
    expect(windows).toHaveLength(2);
  });
});

describe('before a PIN is asked', () => {
  const with_ = (change: Partial<TokenInfo>) => ({ tokens: done([{ ...token, ...change }]) });
  const withCertificate = (change: Partial<CertificateInfo>) =>
    with_({ certificates: [{ ...certificate, ...change }] });

  it.each([
    ['TOKEN_ABSENT', { tokens: done([]) }],
    ['TOKEN_MODULE_BAD', { tokens: failed('TOKEN_MODULE_BAD', { module: 'x' }) }],
    ['PIN_LOCKED', with_({ pinLocked: true })],
    ['TOKEN_NO_CERTIFICATE', with_({ certificates: [] })],
    ['CERTIFICATE_NOT_FOR_SIGNING', withCertificate({ usableForSigning: false })],
    ['CERTIFICATE_EXPIRED', { now: '2028-01-01T00:00:00Z' }],
    ['CERTIFICATE_NOT_YET_VALID', { now: '2025-12-31T00:00:00Z' }],
  ])('%s is told', async (code, options) => {
    const { dialogue, windows } = desk(options);
    expect(await dialogue.sign(request)).toMatchObject({ problem: { code } });
    expect(windows).toHaveLength(0);
  });

  it('a text that is no approval of this account is told, and the token is not asked', async () => {
    const { dialogue, windows, jobs } = desk({});
    expect(await dialogue.sign({ ...request, text: 'Tôi đồng ý' })).toMatchObject({
      problem: { code: 'SIGNING_CONTENT_REFUSED' },
    });
    expect([windows, jobs]).toEqual([[], []]);
  });

  it('the end of a certificate is the day in Vietnam', async () => {
    const result = await desk({ now: '2028-01-01T00:00:00Z' }).dialogue.sign(request);
    expect(result).toMatchObject({ problem: { details: { notAfter: '01/01/2028' } } });
  });

  it.each([
    [{ pinLow: true }, /nhập sai nhiều lần/i],
    [{ pinLow: true, pinFinal: true }, /MỘT lần thử/],
  ])('a token near its lock warns (%j)', async (flags, warning) => {
    const { dialogue, windows } = desk(with_(flags));
    void dialogue.sign(request);
    await settled();
    expect(windows[0]?.context.warning).toMatch(warning);
  });
});
