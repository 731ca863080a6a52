/** The PIN window's three channels, on its own contents only. */
import type { WebContents } from 'electron';
import { z } from 'zod';
import { pinChannels } from '../../shared/contract/ipc-channels.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { PinHandlers } from '../pin/signing-dialogue.ts';
import type { ReportFault } from './dispatch.ts';
import { onlyFrom } from './serve.ts';

/** PKCS#11 counts the PIN in bytes; a driver's own limits are its own. */
const pinSchema = z.string().min(1).max(255);

export interface PinServeOptions {
  readonly page: string;
  readonly handlers: PinHandlers;
  readonly report: ReportFault;
}

export function servePinWindow(
  contents: WebContents,
  { page, handlers, report }: PinServeOptions,
): void {
  const checked = onlyFrom(page, report);
  contents.ipc.handle(
    pinChannels.context,
    checked(async () => done(handlers.context)),
  );
  contents.ipc.handle(
    pinChannels.submit,
    checked((message) => submit(handlers, report, message)),
  );
  contents.ipc.handle(
    pinChannels.cancel,
    checked(async () => {
      handlers.cancel();
      return done(null);
    }),
  );
}

async function submit(
  handlers: PinHandlers,
  report: ReportFault,
  message: unknown,
): Promise<Result<null>> {
  const pin = pinSchema.safeParse(message);
  // Nothing of what was typed is told back.
  if (!pin.success) return failed('INVALID_INPUT', { path: 'PIN', reason: 'độ dài' });
  try {
    return await handlers.submit(pin.data);
  } catch (error) {
    return failed('INTERNAL', { incident: report(pinChannels.submit, error) });
  }
}
