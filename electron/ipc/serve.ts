/**
 * Opens the channels on one window's contents. They are registered there and not globally, so that
 * a window has no other window's channels at all; the sender's frame is checked all the same.
 */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcChannelNames } from '../../shared/contract/ipc-channels.ts';
import { failed, type Result } from '../../shared/errors/index.ts';
import { dispatch, type Handlers, type ReportFault } from './dispatch.ts';
import { isOwnFrame } from './sender.ts';

export interface ServeOptions {
  readonly page: string;
  readonly handlers: Handlers;
  readonly report: ReportFault;
}

export function serveMainWindow(
  contents: WebContents,
  { page, handlers, report }: ServeOptions,
): void {
  const checked = onlyFrom(page, report);
  for (const channel of ipcChannelNames) {
    contents.ipc.handle(
      channel,
      checked((message) => dispatch(handlers, report, channel, message)),
    );
  }
}

type Listener = (event: IpcMainInvokeEvent, message: unknown) => Promise<Result<unknown>>;

export function onlyFrom(
  page: string,
  report: ReportFault,
): (work: (message: unknown) => Promise<Result<unknown>>) => Listener {
  return (work) => async (event, message) => {
    if (isOwnFrame(event.senderFrame, page)) return work(message);
    report('sender', new Error('a message from a foreign frame was refused'));
    return failed('FORBIDDEN');
  };
}
