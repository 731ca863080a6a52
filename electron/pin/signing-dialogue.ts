/**
 * One signing, from the request to the signature: reads what is signed, finds the certificate, asks for the PIN in a
 * window of its own, tries until the PIN is right or the person gives up. The PIN goes from that
 * window to the signing process; it is kept nowhere here. At most one signing at a time. The
 * windows are given, so that the flow is tested without Electron.
 */
import type { PinContext } from '../../shared/contract/ipc.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { SigningHost } from '../signing/host.ts';
import { readContent, type Signer } from './signing-content.ts';
import { findCertificate } from './signing-subject.ts';

export interface SigningRequest {
  readonly module: string;
  /** What is signed: its UTF-8 bytes. */
  readonly text: string;
  readonly tokenSerial: string;
  readonly certificateSha256: string;
}

export interface Signed {
  /** CAdES-B, DER, base64. */
  readonly signature: string;
  readonly certificateSha256: string;
}

/** What the PIN window asks of us. */
export interface PinHandlers {
  readonly context: PinContext;
  submit(pin: string): Promise<Result<null>>;
  cancel(): void;
}

export interface PinWindow {
  close(): void;
  /** Settles when the window is gone, whoever closed it. Never rejects. */
  readonly closed: Promise<void>;
}

export interface SigningDialogue {
  sign(request: SigningRequest): Promise<Result<Signed>>;
  /** At the end of the program: closes the window and ends the attempt. */
  abort(): void;
}

export interface DialogueParts {
  readonly host: SigningHost;
  readonly open: (handlers: PinHandlers) => PinWindow;
  /** Who is signed in now; null: nobody. */
  readonly signer: () => Signer | null;
  readonly now: () => Date;
}

/** With these the window stays and the person may try again. */
const mayTryAgain: ReadonlySet<string> = new Set(['PIN_WRONG', 'PIN_LAST_TRY']);

export function signingDialogue({ host, open, signer, now }: DialogueParts): SigningDialogue {
  let busy = false;
  let openWindow: PinWindow | null = null;
  return {
    sign: async (request) => {
      if (busy) return failed('SIGNING_IN_PROGRESS');
      busy = true;
      try {
        const content = readContent(request.text, signer());
        if (!content.ok) return content;
        const subject = findCertificate(await host.list(request.module), request, now());
        if (!subject.ok) return subject;
        const context = { content: content.value, ...subject.value };
        return await askAndSign(host, request, context, (handlers) => {
          openWindow = open(handlers);
          return openWindow;
        });
      } finally {
        busy = false;
        openWindow = null;
      }
    },
    abort: () => openWindow?.close(),
  };
}

async function askAndSign(
  host: SigningHost,
  request: SigningRequest,
  context: PinContext,
  open: (handlers: PinHandlers) => PinWindow,
): Promise<Result<Signed>> {
  const { module, tokenSerial, certificateSha256 } = request;
  const content = new TextEncoder().encode(request.text);
  const giveUp = new AbortController();
  let outcome: Result<Signed> = failed('PIN_CANCELLED');
  let trying = false;
  const attempt = async (pin: string): Promise<Result<null>> => {
    const job = { module, tokenSerial, certificateSha256, pin, content };
    const result = await host.sign(job, giveUp.signal);
    if (!result.ok && mayTryAgain.has(result.problem.code)) return result;
    outcome = result.ok ? done(encoded(result.value)) : result;
    window.close();
    return result.ok ? done(null) : result;
  };
  const window = open({
    context,
    submit: async (pin) => {
      if (trying) return failed('SIGNING_IN_PROGRESS');
      trying = true;
      return attempt(pin).finally(() => {
        trying = false;
      });
    },
    cancel: () => window.close(),
  });
  await window.closed;
  giveUp.abort();
  return outcome;
}

const encoded = (signed: { cms: Uint8Array; certificateSha256: string }): Signed => ({
  signature: Buffer.from(signed.cms).toString('base64'),
  certificateSha256: signed.certificateSha256,
});
