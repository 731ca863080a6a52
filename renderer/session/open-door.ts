/** Chooses the door: the preload's bridge exists only in the desktop window. */
import type { HosoBridge } from '../../shared/contract/ipc.ts';
import { browserDoor } from './browser-door.ts';
import { desktopDoor } from './desktop-door.ts';
import type { Door } from './door.ts';

declare global {
  interface Window {
    readonly hoso?: HosoBridge;
  }
}

export function openDoor(): Door {
  return window.hoso ? desktopDoor(window.hoso) : browserDoor();
}
