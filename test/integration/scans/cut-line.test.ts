/** An upload that the line cut, and what may have changed before it goes on. Cuts at any byte: test/faults/scans.test.ts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCuttingLine } from '../../helpers/cutting-line.ts';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { newDossierId } from '../../helpers/office-changes.ts';
import { pdfBytes, sendTo, type Place } from '../../helpers/sample-scans.ts';

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
