/**
 * The channel names alone, for the sandboxed preload: it is one small file, and ipc.ts would bring
 * zod along. Both directions are checked by the compiler.
 */
import type { IpcChannel } from './ipc.ts';

const named = {
  'app.info': true,
  'server.configure': true,
  'session.signIn': true,
  'session.current': true,
  'session.dataKey': true,
  'session.registration': true,
  'session.token': true,
  'session.changePassword': true,
  'session.signOut': true,
  'vault.aside': true,
  'vault.bringBack': true,
  'lock.now': true,
  'leave.announced': true,
  'leave.ready': true,
  'line.look': true,
  'scans.add': true,
  'scans.send': true,
  'scans.reopen': true,
  'scans.standing': true,
  'scans.read': true,
  'scans.remove': true,
  'courier.ready': true,
  'courier.write': true,
  'courier.read': true,
  'signing.tokens': true,
  'signing.sign': true,
  'signing.module': true,
  'journal.append': true,
  'journal.settled': true,
  'journal.replay': true,
  'journal.state': true,
  'faults.allowed': true,
  'faults.reached': true,
} as const satisfies Readonly<Record<IpcChannel, true>>;

export const ipcChannelNames: readonly IpcChannel[] = Object.keys(named).filter(isIpcChannel);

export function isIpcChannel(name: string): name is IpcChannel {
  return Object.hasOwn(named, name);
}

/** The PIN window's channels; answered on that window's contents only. */
export const pinChannels = {
  context: 'pin.context',
  submit: 'pin.submit',
  cancel: 'pin.cancel',
} as const;
