/** A PC of an office and the real centre: scans are added without a line, sent later, and seen from another PC. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { scanLine } from '../../../electron/scans/scan-line.ts';
import { scanSender, type ScanSender } from '../../../electron/scans/scan-sender.ts';
import { openScanShelf, type ScanShelf } from '../../../electron/scans/scan-shelf.ts';
import { failed } from '../../../shared/errors/index.ts';
import { openCuttingLine } from '../../helpers/cutting-line.ts';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { newDossierId } from '../../helpers/office-changes.ts';
import { hashOf, pdfBytes } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
let centre: TestCentre;
let clerk: TestClient;
let head: TestClient;
const folders: string[] = [];
const senders: ScanSender[] = [];

beforeAll(async () => {
  centre = await startCentre([
    { user: 'vanthu', name: 'Lê Văn Thư', grants: [{ role: 'clerk', unit }] },
    { user: 'thutruong', name: 'Thủ Trưởng', grants: [{ role: 'head', unit }] },
  ]);
  clerk = await centre.signIn('vanthu');
  head = await centre.signIn('thutruong');
});
afterEach(async () => {
  for (const sender of senders.splice(0)) sender.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
afterAll(() => centre.close());

interface Pc {
  readonly folder: string;
  readonly secret: Buffer;
}
async function newPc(): Promise<Pc> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hoso-pc-'));
  folders.push(folder);
  return { folder, secret: randomBytes(32) };
}

const shelfOf = ({ folder, secret }: Pc): Promise<ScanShelf> =>
  openScanShelf({
    folder,
    keyFor: (purpose) => createHash('sha256').update(secret).update(purpose).digest(),
    isOpen: () => true,
    room: async () => ({ level: 'enough', freeBytes: 10_000_000_000 }),
    now: () => new Date(),
  });

const lineOf = (client: TestClient, origin: () => string) =>
  scanLine({
    fetch: (url, init) => fetch(url, init),
    origin,
    accessToken: () => client.session.accessToken,
    renewToken: async () => failed('SESSION_EXPIRED'),
  });

function start(shelf: ScanShelf, origin: () => string): ScanSender {
  const sender = scanSender({
    shelf,
    line: lineOf(clerk, origin),
    now: () => new Date(),
    report: (_, fault) => console.error(fault),
    backOff: { firstMs: 30, longestMs: 100 },
  });
  senders.push(sender);
  sender.poke();
  return sender;
}

const received = (shelf: ScanShelf, sha256: string) =>
  expect
    .poll(() => shelf.notes.find(sha256)?.errands[0]?.receivedAtUtc ?? null, { timeout: 30_000 })
    .not.toBeNull();

async function addAndSend(shelf: ScanShelf, bytes: Buffer) {
  const added = await shelf.add('quyet-dinh.pdf', bytes);
  if (!added.ok) throw new Error(added.problem.code);
  const { sha256 } = added.value;
  const ref = { unit, dossier: newDossierId(), sha256 };
  await shelf.send([{ ...ref, mediaType: 'application/pdf', bytes: bytes.length }]);
  return ref;
}

it('added without a line, sent when there is one, seen from another PC and kept there', async () => {
  const shelf = await shelfOf(await newPc());
  const bytes = pdfBytes(900_000);
  let origin = 'http://127.0.0.1:9';
  const ref = await addAndSend(shelf, bytes);
  start(shelf, () => origin);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(shelf.notes.find(ref.sha256)?.errands[0]?.receivedAtUtc).toBeNull();
  origin = centre.url;
  await received(shelf, ref.sha256);

  const other = await shelfOf(await newPc());
  expect(await other.read(ref.sha256)).toBeNull();
  const fetched = await lineOf(head, () => centre.url).fetchScan(ref);
  expect(fetched.ok && Buffer.from(fetched.value).equals(bytes)).toBe(true);
  if (fetched.ok) await other.keepFetched(ref.sha256, fetched.value);
  expect(Buffer.from((await other.read(ref.sha256)) ?? []).equals(bytes)).toBe(true);
});

it('goes on where it was after the line was cut and the program started anew', async () => {
  const pc = await newPc();
  const shelf = await shelfOf(pc);
  const bytes = pdfBytes(1_500_000);
  const ref = await addAndSend(shelf, bytes);
  // The line carries 700,000 bytes, whichever connections they take, and then nothing more.
  const line = await openCuttingLine(centre.url, () => 700_000 - line.carried());
  const first = start(shelf, () => line.url);
  await expect.poll(() => line.carried(), { timeout: 20_000 }).toBeGreaterThanOrEqual(700_000);
  await expect.poll(() => first.current(), { timeout: 20_000 }).toBeNull();
  first.close();
  await line.close();

  const again = await shelfOf(pc);
  expect(again.notes.find(ref.sha256)?.errands[0]?.uploadPath).toMatch(/^\/api\/scans\/uploads\//);
  const whole = await openCuttingLine(centre.url, () => Infinity);
  start(again, () => whole.url);
  await received(again, ref.sha256);
  expect(whole.carried()).toBeLessThan(bytes.length);
  await whole.close();
  const fetched = await lineOf(head, () => centre.url).fetchScan(ref);
  expect(fetched.ok && hashOf(fetched.value)).toBe(ref.sha256);
});

it('a download that breaks goes on where it was, and is checked by its hash', async () => {
  const shelf = await shelfOf(await newPc());
  const bytes = pdfBytes(600_000);
  const ref = await addAndSend(shelf, bytes);
  start(shelf, () => centre.url);
  await received(shelf, ref.sha256);
  const ranges: string[] = [];
  let asked = 0;
  const line = scanLine({
    fetch: async (url, init) => {
      ranges.push(new Headers(init.headers).get('range') ?? 'whole');
      const answer = await fetch(url, init);
      asked += 1;
      if (asked > 1 || !answer.body) return answer;
      const reader = answer.body.getReader();
      const broken = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { value } = await reader.read();
          if (value) controller.enqueue(value);
          controller.error(new Error('cut'));
        },
      });
      return new Response(broken, { status: answer.status, headers: answer.headers });
    },
    origin: () => centre.url,
    accessToken: () => clerk.session.accessToken,
    renewToken: async () => failed('SESSION_EXPIRED'),
  });
  const fetched = await line.fetchScan(ref);
  expect(fetched.ok && hashOf(fetched.value)).toBe(ref.sha256);
  expect(ranges[0]).toBe('whole');
});

it('what the centre does not take is told, and the others go on', async () => {
  const shelf = await shelfOf(await newPc());
  const bytes = pdfBytes(20_000);
  const added = await shelf.add('a.pdf', bytes);
  if (!added.ok) throw new Error(added.problem.code);
  const { sha256 } = added.value;
  const foreign = { unit: 'H20.81.12', dossier: newDossierId(), sha256 };
  await shelf.send([{ ...foreign, mediaType: 'application/pdf', bytes: bytes.length }]);
  const good = await addAndSend(shelf, pdfBytes(21_000));
  start(shelf, () => centre.url);
  await received(shelf, good.sha256);
  expect(shelf.notes.find(sha256)?.errands[0]?.refused?.code).toBe('FORBIDDEN');
});
