import { describe, expect, it } from 'vitest';
import { createPacing } from './pacing.ts';

const pages = () => createPacing({ first: 50, least: 5, most: 500 });

describe('how much is asked for at once', () => {
  it('grows on a fast line, step by step, up to the most', () => {
    const pacing = pages();
    const sizes = [1, 2, 3].map(() => {
      pacing.took(pacing.size(), 100);
      return pacing.size();
    });
    expect(sizes).toEqual([200, 500, 500]);
  });

  it('settles on a slow line at what comes in about twelve seconds', () => {
    const pacing = pages();
    for (let page = 0; page < 5; page += 1) pacing.took(pacing.size(), pacing.size() * 600);
    expect(pacing.size()).toBe(20);
  });

  it('is halved with each cut, never below the least', () => {
    const pacing = pages();
    const sizes = [1, 2, 3, 4, 5].map(() => {
      pacing.broke();
      return pacing.size();
    });
    expect(sizes).toEqual([25, 13, 7, 5, 5]);
  });

  it('learns nothing from a page that was not full', () => {
    const pacing = pages();
    pacing.took(3, 10);
    pacing.took(0, 10);
    expect(pacing.size()).toBe(50);
  });
});
