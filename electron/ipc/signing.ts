/** Tokens, the PIN window and the token driver. */
import { done, failed } from '../../shared/errors/index.ts';
import type { SigningDialogue } from '../pin/signing-dialogue.ts';
import type { SigningHost } from '../signing/host.ts';
import type { Handlers } from './dispatch.ts';

export interface SigningParts {
  readonly host: SigningHost;
  readonly dialogue: SigningDialogue;
  /** The driver in use; undefined: none was chosen and none is known here. */
  readonly module: () => string | undefined;
  /** Asks the person, outside the page, whether this file may be loaded. */
  readonly confirmModule: (path: string) => Promise<boolean>;
  readonly keepModule: (path: string | null) => Promise<void>;
}

type SigningChannel = 'signing.tokens' | 'signing.sign' | 'signing.module';

const noModule = () => failed('TOKEN_MODULE_BAD', { module: 'chưa chọn' });

export const signingHandlers = (parts: SigningParts): Pick<Handlers, SigningChannel> => ({
  'signing.tokens': async () => {
    const module = parts.module();
    if (module === undefined) return noModule();
    const listed = await parts.host.list(module);
    if (!listed.ok) return listed;
    const tokens = listed.value.map(({ certificates, ...token }) => ({
      ...token,
      certificates: [...certificates],
    }));
    return done({ module, tokens });
  },
  'signing.sign': async (request) => {
    const module = parts.module();
    return module === undefined ? noModule() : parts.dialogue.sign({ ...request, module });
  },
  'signing.module': async ({ path }) => {
    const chosen = path === '' ? null : path;
    if (chosen !== null && chosen !== parts.module() && !(await parts.confirmModule(chosen))) {
      return failed('FORBIDDEN');
    }
    await parts.keepModule(chosen);
    return done({ module: parts.module() ?? null });
  },
});
