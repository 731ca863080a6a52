/** The real desktop window of one clerk, on a line that can be taken away. */
import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDisplay } from '../../../build/display.ts';
import { openDesktop } from '../../helpers/desktop.ts';
import { openSwitchedLine, type SwitchedLine } from '../../helpers/switched-line.ts';

export interface Pc {
  readonly page: Page;
  readonly line: SwitchedLine;
  readonly close: () => Promise<void>;
}

export async function openPc(serverUrl: string): Promise<Pc> {
  const line = await openSwitchedLine(serverUrl);
  const userData = await mkdtemp(path.join(os.tmpdir(), 'hoso-pc-'));
  const display = await openDisplay();
  const desktop = await openDesktop({ serverUrl: line.url, userData, display });
  return {
    page: desktop.window,
    line,
    close: async () => {
      await desktop.close();
      await line.down();
      await display.close();
      await rm(userData, { recursive: true, force: true });
    },
  };
}
