import { describe, expect, it } from 'vitest';
import { ipcChannels } from '../../shared/contract/ipc.ts';
import { done, failed } from '../../shared/errors/index.ts';
import { signingHandlers } from './signing.ts';

interface Desk {
  readonly kept?: string;
  readonly doubtful?: string;
  readonly trusted?: string;
  readonly agrees?: boolean;
}

function desk({ kept, doubtful, trusted, agrees = false }: Desk) {
  let module = kept;
  const asked: string[] = [];
  const handlers = signingHandlers({
    host: { list: async () => done([]), sign: async () => failed('TOKEN_ABSENT') },
    dialogue: { sign: async () => failed('TOKEN_ABSENT'), abort: () => undefined },
    module: () => module,
    doubtfulModule: () => doubtful,
    isTrusted: (path) => path === kept || path === trusted,
    confirmModule: async (path) => {
      asked.push(path);
      return agrees;
    },
    keepModule: async (path) => {
      module = path ?? undefined;
    },
  });
  return { handlers, asked, module: () => module };
}

describe('a token driver proposed by a page', () => {
  it('is taken without a question only when it was chosen before or is known', async () => {
    const { handlers, asked } = desk({ kept: '/kept.so', trusted: '/known.so' });
    for (const path of ['/kept.so', '/known.so', '', null]) {
      expect((await handlers['signing.module']({ path })).ok).toBe(true);
    }
    expect(asked).toEqual([]);
    expect(await handlers['signing.module']({ path: '/other.so' })).toMatchObject({
      problem: { code: 'NOT_AGREED' },
    });
    expect(asked).toEqual(['/other.so']);
  });

  it.each(['/a.so\n/b.so', '/a\u0000.so', '/a\u202Eos.b', '/a\u2028.so', '/a\t.so'])(
    'cannot show another path than it has (%j)',
    (path) => {
      expect(ipcChannels['signing.module'].request.safeParse({ path }).success).toBe(false);
    },
  );

  it('may have the letters and spaces paths have', () => {
    const path = 'C:\\Program Files (x86)\\Ký số\\driver.dll';
    expect(ipcChannels['signing.module'].request.safeParse({ path }).success).toBe(true);
  });
});

describe('a known driver where anybody may write', () => {
  const doubtful = 'C:\\vnpt-ca\\cryptoki.dll';

  it('is used and kept once a person has agreed', async () => {
    const { handlers, asked, module } = desk({ doubtful, agrees: true });
    expect(await handlers['signing.tokens'](undefined)).toMatchObject({
      value: { module: doubtful },
    });
    expect(module()).toBe(doubtful);
    await handlers['signing.tokens'](undefined);
    expect(asked).toEqual([doubtful]);
  });

  it('is not used after a refusal, and not asked about again', async () => {
    const { handlers, asked } = desk({ doubtful });
    for (let i = 0; i < 2; i++) {
      expect(await handlers['signing.tokens'](undefined)).toMatchObject({
        problem: { code: 'TOKEN_MODULE_BAD' },
      });
    }
    expect(asked).toEqual([doubtful]);
  });

  it('is not asked about while another one is in use', async () => {
    const { handlers, asked } = desk({ kept: '/kept.so', doubtful });
    await handlers['signing.tokens'](undefined);
    expect(asked).toEqual([]);
  });
});
