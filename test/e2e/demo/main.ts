/**
 * `npm run demo`: the main job, played from start to end in the real desktop window and in Chromium, against a
 * fresh server that is really stopped in between. Leaves out/demo/: a picture per step, the approval's
 * manifest, signature and CA, and report.json.
 */
import { rm } from 'node:fs/promises';
import { inRoot } from '../../../build/setup/paths.mjs';
import { Stage } from './stage.ts';
import { mainJob } from './main-job.ts';
import { playStory } from './story.ts';

const outDir = inRoot('out', 'demo');
await rm(outDir, { recursive: true, force: true });
const stage = await Stage.open(outDir);
try {
  const reports = await playStory(mainJob, stage, outDir, () => stage.lastPage);
  const passed = reports.filter((report) => report.ok).length;
  process.stdout.write(`main job: ${String(passed)} of ${String(reports.length)} steps passed\n`);
  process.exitCode = passed === reports.length ? 0 : 1;
} finally {
  await stage.close();
}
