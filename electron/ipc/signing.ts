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
  /** A known driver that lies where anybody may have put it: used only after a person has agreed. */
  readonly doubtfulModule: () => string | undefined;
  /** Chosen by a person before, or known and out of reach of ordinary users: needs no question. */
  readonly isTrusted: (path: string) => boolean;
  /** Asks the person, outside the page, whether this file may be loaded. */
  readonly confirmModule: (path: string) => Promise<boolean>;
  readonly keepModule: (path: string | null) => Promise<void>;
}

type SigningChannel = 'signing.tokens' | 'signing.sign' | 'signing.module';

const noModule = () => failed('TOKEN_MODULE_BAD', { module: 'chưa chọn' });

/** Asks about a doubtful driver once per start: a refusal is not asked for again. */
function moduleFinder(parts: SigningParts): () => Promise<string | undefined> {
  let refused: string | undefined;
  return async () => {
    const module = parts.module();
    if (module !== undefined) return module;
    const doubtful = parts.doubtfulModule();
    if (doubtful === undefined || doubtful === refused) return undefined;
    if (await parts.confirmModule(doubtful)) {
      await parts.keepModule(doubtful);
      return doubtful;
    }
    refused = doubtful;
    return undefined;
  };
}

export const signingHandlers = (parts: SigningParts): Pick<Handlers, SigningChannel> => {
  const findModule = moduleFinder(parts);
  return {
    'signing.tokens': async () => {
      const module = await findModule();
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
      const asks = chosen !== null && !parts.isTrusted(chosen);
      if (asks && !(await parts.confirmModule(chosen))) return failed('NOT_AGREED');
      await parts.keepModule(chosen);
      return done({ module: parts.module() ?? null });
    },
  };
};
