/** The line breaks at any byte, the server ends in between: a scan goes on where it was, and arrives whole. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scanPath } from '../../../shared/contract/scans.ts';
import { openCuttingLine, seededNumbers } from '../../helpers/cutting-line.ts';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { newDossierId } from '../../helpers/office-changes.ts';
import { hashOf, pdfBytes, sendTo, type Place } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
let centre: TestCentre;
let clerk: TestClient;
beforeAll(async () => {
  centre = await startCentre([
    { user: 'vanthu', name: 'Lê Văn Thư', grants: [{ role: 'clerk', unit }] },
  ]);
  clerk = await centre.signIn('vanthu');
});
afterAll(() => centre.close());

async function readBack(dossier: string, sha256: string): Promise<Buffer> {
  const response = await fetch(centre.url + scanPath({ unit, dossier, sha256 }), {
    headers: { authorization: `Bearer ${clerk.session.accessToken}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** Of what went before a cut, so much may not have reached the server's ears. */
const lostPerCut = 256 * 1024;

it.each([1, 2, 3, 4, 5, 6])('cut at random offsets, seed %i', async (seed) => {
  const random = seededNumbers(seed);
  const bytes = pdfBytes(1_500_000 + seed);
  const ref = { unit, dossier: newDossierId() };
  const place: Place = { path: null };
  const begun = new Set<string>();
  const line = await openCuttingLine(centre.url, () => Math.floor(random() * 400_000));
  let outcome = 'none';
  let tries = 0;
  for (; outcome !== 'received' && tries < 200; tries += 1) {
    outcome = (await sendTo(line.url, clerk.session.accessToken, { bytes, ref }, place)).outcome;
    if (place.path) begun.add(place.path);
  }
  console.log(`seed ${seed}: ${line.cuts()} cuts, ${tries} tries, ${line.carried()} bytes carried`);
  await line.close();
  expect([outcome, begun.size]).toEqual(['received', 1]);
  expect(line.cuts()).toBeGreaterThan(2);
  expect(line.carried()).toBeLessThan(bytes.length + line.cuts() * lostPerCut);
  expect((await readBack(ref.dossier, hashOf(bytes))).equals(bytes)).toBe(true);
});

it('the server starts anew in the middle: the scan goes on where it was', async () => {
  const bytes = pdfBytes(1_200_000);
  const ref = { unit, dossier: newDossierId() };
  const place: Place = { path: null };
  const line = await openCuttingLine(centre.url, () => 500_000);
  await sendTo(line.url, clerk.session.accessToken, { bytes, ref }, place);
  const before = place.path;
  await line.close();
  await centre.restart();
  const again = await openCuttingLine(centre.url, () => Infinity);
  const result = await sendTo(again.url, clerk.session.accessToken, { bytes, ref }, place);
  expect([result.outcome, place.path]).toEqual(['received', before]);
  expect(again.carried()).toBeLessThan(bytes.length);
  await again.close();
  expect((await readBack(ref.dossier, hashOf(bytes))).equals(bytes)).toBe(true);
});

it('a right that was taken away ends the upload that was begun with it', async () => {
  const bytes = pdfBytes(900_000);
  const ref = { unit, dossier: newDossierId() };
  const place: Place = { path: null };
  const line = await openCuttingLine(centre.url, () => 400_000);
  await sendTo(line.url, clerk.session.accessToken, { bytes, ref }, place);
  await line.close();
  const stored = await centre.store.get('accounts', 'account:vanthu');
  const grants = [{ role: 'head', unit }];
  await centre.store.bulkDocs('accounts', [{ ...stored, grants }]);
  const refused = await sendTo(centre.url, clerk.session.accessToken, { bytes, ref }, place);
  expect(refused).toMatchObject({ outcome: 'refused', problem: { code: 'FORBIDDEN' } });
  const now = await centre.store.get('accounts', 'account:vanthu');
  await centre.store.bulkDocs('accounts', [{ ...now, grants: stored.grants }]);
});
