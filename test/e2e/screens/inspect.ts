/** What must hold of every screen: it fits, and axe finds nothing serious (WCAG 2.2 AA). */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { inRoot } from '../../../build/setup/paths.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * A screenshot of what has come to rest, in test-results/screens. With HOSO_DOCS_IMAGES=1 those that a page of the
 * documents shows are taken anew there, too.
 */
export async function takePicture(page: Page, name: string, inDocs?: string): Promise<void> {
  // Fonts that are still to come would change every line.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = inRoot('test-results', 'screens', `${name}.png`);
  const bytes = await page.screenshot({ path, animations: 'disabled' });
  if (inDocs !== undefined && process.env['HOSO_DOCS_IMAGES'] === '1')
    await writeFile(inRoot('docs', 'images', `${inDocs}.png`), bytes);
}

/** What is still fading in, as a notice, has the contrast of no state that a person reads; what turns for ever stays. */
const comeToRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

export async function expectAccessible(page: Page): Promise<void> {
  await comeToRest(page);
  // Legacy: without a second page, which the desktop window does not allow.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    // Further rows are like the first ones, and looking at each cell's colours takes long.
    .exclude('tr.ant-table-row:nth-child(n + 6)')
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ html, any }) => [html, any[0]?.message]) }));
  expect(serious, 'faults that keep people out').toEqual([]);
}

/** Nothing sticks out sideways; only the content scrolls. */
export async function expectFits(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const wide = (box: Element | null) => box !== null && box.scrollWidth > box.clientWidth;
    return {
      'scrolls sideways': [document.documentElement, document.getElementById('content')].some(wide),
      'a table is wider than its place': [
        ...document.querySelectorAll('.ant-table-body, .ant-table-content'),
      ].some(wide),
      'the frame is taller than the window':
        document.documentElement.scrollHeight > window.innerHeight,
    };
  });
  expect(Object.entries(found).flatMap(([what, is]) => (is ? [what] : []))).toEqual([]);
}
