/** Where the story plays: one server that can be cut off, two office PCs, one browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openDisplay, type Display } from '../../../build/display.ts';
import { freePort } from '../../../build/start/free-port.ts';
import { startServer, type RunningServer } from '../../../build/start/server.ts';
import { openDashboard, type Dashboard } from '../../helpers/dashboard.ts';
import { openDesktop, type Desktop } from '../../helpers/desktop.ts';

export type Office = 'clerk' | 'head';

export class Stage {
  readonly #folder: string;
  readonly #display: Display;
  readonly #port: number;
  readonly #desktops = new Map<Office, Desktop>();
  #server: RunningServer | undefined;
  #dashboard: Dashboard | undefined;
  #lastPage: Page | undefined;
  readonly outDir: string;

  private constructor(folder: string, display: Display, port: number, outDir: string) {
    this.#folder = folder;
    this.#display = display;
    this.#port = port;
    this.outDir = outDir;
  }

  static async open(outDir: string): Promise<Stage> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'hoso-demo-'));
    const port = await freePort(0);
    return new Stage(folder, await openDisplay(), port, outDir);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  get lastPage(): Page | undefined {
    return this.#lastPage;
  }

  /** Where this PC keeps its data. */
  folderOf(office: Office): string {
    return path.join(this.#folder, office);
  }

  password(user: string): string {
    const account = this.#server?.ready.accounts.find((candidate) => candidate.user === user);
    if (!account) throw new Error(`no demo account ${user}`);
    return account.password;
  }

  async serverUp(): Promise<void> {
    this.#server = await startServer({
      dataDir: path.join(this.#folder, 'server'),
      port: this.#port,
    });
  }

  /** The line is really cut: the server process ends. */
  async serverDown(): Promise<void> {
    await this.#server?.group.stop();
  }

  async office(office: Office): Promise<Page> {
    const there = this.#desktops.get(office);
    if (there) return this.#see(there.window);
    const desktop = await openDesktop({
      serverUrl: this.url,
      userData: this.folderOf(office),
      display: this.#display,
    });
    this.#desktops.set(office, desktop);
    return this.#see(desktop.window);
  }

  desktop(office: Office): Desktop {
    const desktop = this.#desktops.get(office);
    if (!desktop) throw new Error(`the PC of the ${office} is off`);
    return desktop;
  }

  async closeOffice(office: Office): Promise<void> {
    await this.#desktops.get(office)?.close();
    this.#desktops.delete(office);
  }

  async dashboard(): Promise<Page> {
    this.#dashboard ??= await openDashboard(this.url);
    return this.#see(this.#dashboard.page);
  }

  async close(): Promise<void> {
    for (const office of [...this.#desktops.keys()]) await this.closeOffice(office);
    await this.#dashboard?.close();
    await this.serverDown();
    await this.#display.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #see(page: Page): Page {
    this.#lastPage = page;
    return page;
  }
}
