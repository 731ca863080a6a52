/** Every screen at 1366×768 over made-up data: it shows, nothing sticks out, axe is content, nothing is logged. */
import { expectAccessible, expectFits, takePicture } from './inspect.ts';
import { scenes } from './scene-list.ts';
import { expect, test } from './stage-test.ts';

for (const { name, query, hash, shows, act, inDocs } of scenes) {
  test(`screen ${name}`, async ({ page, open, logged }) => {
    await open(query, hash);
    await expect(page.getByText(shows).first()).toBeVisible({ timeout: 60_000 });
    await act?.(page);
    await takePicture(page, name, inDocs);
    await expectFits(page);
    await expectAccessible(page);
    expect(logged).toEqual([]);
  });
}
