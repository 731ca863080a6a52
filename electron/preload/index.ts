/**
 * Preload of the main window: `window.hoso.invoke`, restricted to the known channels. Runs sandboxed
 * as one file, so it takes names and types from the contract and nothing else.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { isIpcChannel } from '../../shared/contract/ipc-channels.ts';
import type { HosoBridge } from '../../shared/contract/ipc.ts';

const bridge: HosoBridge = {
  invoke: (channel, request) =>
    isIpcChannel(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new TypeError('unknown channel')),
};

contextBridge.exposeInMainWorld('hoso', bridge);
