/** The whole exchange over a real, slow and lossy TCP line. Seeds are printed by a failing expectation's context. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import type { Quality } from '../../helpers/weak-line/traffic.ts';
import { openWeakLine, villageLine, type WeakLine } from '../../helpers/weak-line/weak-line.ts';
import { newPerson, openClient, openData, signIn, until, type SignedIn } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';

const seed = 20261127;
const quickLine: Quality = { bytesPerSecond: 60_000, latencyMs: 2, loss: 0, resets: 0 };
const loaded = 400;

let gateway: Gateway;
let clerk: SignedIn;
let line: WeakLine | null = null;
let office: DataPort | null = null;

beforeAll(async () => {
  gateway = await startGateway();
  clerk = await signIn(gateway.url, 'communeClerk');
}, 120_000);
afterAll(() => gateway.close());
afterEach(async () => {
  await office?.close();
  await line?.close();
  office = line = null;
});

const settled = (port: DataPort, timeoutMs: number) =>
  until(port.sync.state, ({ phase, waiting }) => phase === 'live' && waiting === 0, timeoutMs);

async function openOver(quality: Quality): Promise<{ port: DataPort; line: WeakLine }> {
  const opened = await openWeakLine(gateway.url, quality, seed);
  line = opened;
  return { port: (office = await openData(opened.url, clerk)), line: opened };
}

describe('a line of 64 kbit/s that loses one packet in twenty', () => {
  it('carries the first sync and forty new people', { timeout: 240_000 }, async () => {
    const { port } = await openOver(villageLine);
    const made = await port.submit(
      Array.from({ length: 40 }, (_, row) => newPerson(`Giàng Thị Xa ${row}`)),
    );
    await settled(port, 200_000);
    expect(await port.refused()).toEqual([]);
    const at = await port.delivery(made.flatMap((one) => (one.ok ? [one.value._id] : [])));
    expect([...at.values()].filter((where) => where === 'atCentre')).toHaveLength(40);
  });
});

describe('a pull of many pages', () => {
  let undisturbed = 0;
  let known = 0;

  beforeAll(async () => {
    const near = await openClient(gateway.url, 'communeClerk');
    const people = Array.from({ length: loaded }, (_, row) => newPerson(`Hoàng Văn Trang ${row}`));
    await near.submit(people);
    await settled(near, 60_000);
    await near.close();
  }, 120_000);

  it('comes whole over a good line', { timeout: 120_000 }, async () => {
    const { port, line: good } = await openOver(quickLine);
    await settled(port, 100_000);
    known = (await port.changes({})).length;
    expect(known).toBeGreaterThanOrEqual(loaded);
    undisturbed = good.down();
  });

  it('that is cut again and again goes on where it was', { timeout: 240_000 }, async () => {
    const { port, line: cut } = await openOver(quickLine);
    cut.cutAfter({ least: 1_500, most: 14_000 });
    await until(
      () => port.changes({}),
      (changes) => changes.length >= known,
      200_000,
    );
    expect((await port.changes({})).length).toBe(known);
    expect(cut.cuts()).toBeGreaterThan(1);
    // What is on the disk is not asked for again.
    expect(cut.down()).toBeLessThan(undisturbed * 3);
  });

  it(
    'that a person pauses stops at once, and goes on without beginning anew',
    { timeout: 240_000 },
    async () => {
      const { port, line: good } = await openOver({ ...quickLine, bytesPerSecond: 15_000 });
      await until(port.sync.state, ({ received }) => received > 40, 60_000);
      port.sync.pause();
      expect(port.sync.state().phase).toBe('paused');
      const had = (await port.changes({})).length;
      expect(had).toBeLessThan(known);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const before = good.down();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(good.down()).toBe(before);
      expect(port.sync.state().phase).toBe('paused');

      port.sync.resume();
      await until(
        () => port.changes({}),
        (changes) => changes.length >= known,
        200_000,
      );
      expect(good.down()).toBeLessThan(undisturbed * 2);
    },
  );
});
