/** Preload of the PIN window: `window.hosoPin`, its three channels and no other. */
import { contextBridge, ipcRenderer } from 'electron';
import { pinChannels } from '../../shared/contract/ipc-channels.ts';
import type { PinBridge, PinContextAnswer } from '../../shared/contract/ipc.ts';

const bridge: PinBridge = {
  context: async () => {
    // Our own main process answers, parsed there: the type is its promise.
    const answer = (await ipcRenderer.invoke(pinChannels.context)) as PinContextAnswer;
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  },
  submit: (pin) => ipcRenderer.invoke(pinChannels.submit, pin),
  cancel: async () => {
    await ipcRenderer.invoke(pinChannels.cancel);
  },
};

contextBridge.exposeInMainWorld('hosoPin', bridge);
