/** The story of `npm run demo`, as a journey that must pass. */
import { test } from '@playwright/test';
import { mainJob } from './main-job.ts';
import { Stage } from './stage.ts';

test('main job: from the staff list to the signature seen at the centre', async () => {
  const info = test.info();
  test.setTimeout(360_000);
  const stage = await Stage.open(info.outputDir);
  try {
    for (const { name, run } of mainJob) {
      await test.step(name, async () => {
        const page = await run(stage);
        await page?.screenshot({ path: info.outputPath(`${name}.png`) });
      });
    }
  } finally {
    await stage.close();
  }
});
