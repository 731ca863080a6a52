/** One PC: its disk, its clock, its line, and the program that runs on it until it is closed or killed. */
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { sessionAccountSchema, type SessionAccount } from '../../../shared/account/account.ts';
import { approvalSchema } from '../../../shared/approval/approval.ts';
import { changeSchema } from '../../../shared/change/change.ts';
import { dossierSchema } from '../../../shared/dossier/dossier.ts';
import { done, failed } from '../../../shared/errors/index.ts';
import { openLocalData, type TokenProvider } from '../../../renderer/data/local/index.ts';
import type { DataPort, SignText } from '../../../renderer/data/port/data-port.ts';
import { testSealer } from '../../helpers/test-sealer.ts';
import type { OfficeAct } from '../plan.ts';
import { seededRandom } from '../random.ts';
import { badLine, type BadLine } from './bad-line.ts';
import type { Done, SeatStart, Standing } from './calls.ts';
import { createDisk, type Mounted } from './disk.ts';
import { act, enter, type Person, type PersonAct } from './person.ts';

const dayMs = 24 * 3600 * 1000;
/** Waits of a run, not of an office. */
const backOff = { firstMs: 20, longestMs: 150 };
const nothing: Done = { saved: [], approvals: [], givenUp: [] };

export interface Seat {
  act(what: OfficeAct): Promise<Done>;
  sync(): Promise<void>;
  /** The line is good, and the program runs. */
  calm(): Promise<void>;
  standing(): Promise<Standing>;
  close(): Promise<void>;
}

interface Running {
  readonly port: DataPort;
  readonly line: BadLine;
  readonly mounted: Mounted;
}

const tokensOf = (token: string): TokenProvider => ({
  current: () => Promise.resolve(done(token)),
  renew: () => Promise.resolve(failed('SESSION_EXPIRED')),
});

/** Rights as they are now; what was known before when nobody answers. */
async function freshAccount({ url, token, account }: SeatStart): Promise<SessionAccount> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/api/me`, { headers });
    return answer.ok ? sessionAccountSchema.parse(await answer.json()) : account;
  } catch {
    return account;
  }
}

export async function openSeat(name: string, start: SeatStart, sign: SignText): Promise<Seat> {
  const random = seededRandom(start.faults);
  const disk = await createDisk(name);
  const stored = new Set<string>();
  const errors: string[] = [];
  let skewMs = 0;
  let running = await boot(start.account);

  async function boot(account: SessionAccount): Promise<Running> {
    const line = badLine({
      random,
      onAnswers: (results) => {
        for (const { outcome, id } of results) if (outcome === 'stored') stored.add(id);
      },
    });
    const mounted = await disk.mount();
    const { databaseName, storage, journal } = mounted;
    const port = await openLocalData({
      databaseName,
      sealer: await testSealer(name),
      journal,
      serverUrl: start.url,
      account,
      tokens: tokensOf(start.token),
      storage,
      fetch: line.fetch,
      backOff,
      nowMs: () => Date.now() + skewMs,
      onError: (error) => errors.push(error instanceof Error ? (error.stack ?? '') : String(error)),
    });
    return { port, line, mounted };
  }

  const end = async () => {
    await running.port.close();
    await running.mounted.release();
  };
  const restart = async () => {
    await end();
    running = await boot(await freshAccount(start));
  };
  const loseDatabase = async () => {
    await end();
    disk.loseDatabase();
    running = await boot(await freshAccount(start));
  };
  /** Nothing more is written or sent; then the program is taken away. */
  const kill = async () => {
    disk.failAfter(0);
    running.line.end();
    await end();
    disk.restorePower();
    running = await boot(await freshAccount(start));
  };
  const person = (): Person => ({
    port: running.port,
    unit: running.port.account.grants[0]?.unit ?? start.commune,
    school: start.school,
    sign,
    place: start.place,
    period: civilDateInVietnam(new Date(Date.now() + skewMs).toISOString()).slice(0, 7),
  });

  async function crash(afterWrites: number, during: 'enter' | 'sync'): Promise<Done> {
    disk.failAfter(afterWrites);
    // A killed program says nothing: what it did counts only if it was done before.
    const work =
      during === 'enter' ? enter(person(), 40 + afterWrites) : running.port.sync.syncNow();
    const did = await work.then(
      (value) => (value && !disk.hasFailed() ? value : nothing),
      () => nothing,
    );
    await kill();
    return did;
  }

  async function follow(what: OfficeAct): Promise<Done> {
    switch (what.does) {
      case 'restart':
        await restart();
        return nothing;
      case 'loseDatabase':
        await loseDatabase();
        return nothing;
      case 'crash':
        return crash(what.afterWrites, what.during);
      case 'clock':
        skewMs = what.days * dayMs;
        return nothing;
      case 'line':
        running.line.set(what.line);
        return nothing;
      case 'sync':
        await running.port.sync.syncNow();
        return nothing;
      default: {
        const own: PersonAct = what;
        return act(person(), own);
      }
    }
  }

  return {
    act: follow,
    sync: () => running.port.sync.syncNow(),
    calm: async () => running.line.set('good'),
    standing: async () => {
      const { port } = running;
      const { rows } = await port.dossiers({ offset: 0, limit: 500 });
      const views = (await Promise.all(rows.map(({ id }) => port.dossier(id)))).flatMap(
        (view) => view ?? [],
      );
      return {
        state: port.sync.state(),
        // As the schemas have them: what the centre keeps beside is nobody's business.
        changes: (await port.changes({})).map((each) => changeSchema.parse(each)),
        dossiers: views.flatMap(({ dossier }) => (dossier ? [dossierSchema.parse(dossier)] : [])),
        approvals: (await port.approvals()).map((each) => approvalSchema.parse(each)),
        refused: await port.refused(),
        lacking: (await port.atRisk()).filter(({ why }) => why === 'lacking'),
        stored: [...stored],
        errors: errors.slice(-5),
      };
    },
    close: async () => {
      await end();
      await disk.discard();
    },
  };
}
