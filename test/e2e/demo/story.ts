/** A story is a list of named steps over one stage. Each step leaves a picture; a failed one ends the story. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';

export interface StepReport {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error?: string;
}

/** `look` is the page to take a picture of when the step is done. */
export interface Step<Stage> {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<Page | undefined>;
}

export async function playStory<Stage>(
  steps: readonly Step<Stage>[],
  stage: Stage,
  outDir: string,
  lastPage: () => Page | undefined,
): Promise<readonly StepReport[]> {
  await mkdir(outDir, { recursive: true });
  const reports: StepReport[] = [];
  for (const [index, step] of steps.entries()) {
    const picture = path.join(outDir, `${String(index + 1).padStart(2, '0')}-${step.name}.png`);
    const report = await playStep(step, stage, picture, lastPage);
    reports.push(report);
    process.stdout.write(`${report.ok ? 'ok  ' : 'FAIL'} ${step.name} (${String(report.ms)} ms)\n`);
    if (!report.ok) {
      process.stdout.write(`${report.error ?? ''}\n`);
      break;
    }
  }
  const missing = steps
    .slice(reports.length)
    .map(({ name }) => ({ name, ok: false, ms: 0, error: 'not reached' }));
  const all = [...reports, ...missing];
  await writeFile(path.join(outDir, 'report.json'), `${JSON.stringify({ steps: all }, null, 2)}\n`);
  return all;
}

async function playStep<Stage>(
  step: Step<Stage>,
  stage: Stage,
  picture: string,
  lastPage: () => Page | undefined,
): Promise<StepReport> {
  const startedAt = performance.now();
  const ms = () => Math.round(performance.now() - startedAt);
  try {
    const page = await step.run(stage);
    await page?.screenshot({ path: picture });
    return { name: step.name, ok: true, ms: ms() };
  } catch (error) {
    await lastPage()
      ?.screenshot({ path: picture.replace('.png', '-failed.png') })
      .catch(() => undefined);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name: step.name, ok: false, ms: ms(), error: text };
  }
}
