import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnfinishedForms } from '../../data/port/unfinished.ts';
import { unfinishedInMemory } from '../../data/remote/unfinished-in-memory.ts';
import { formKeeper } from './form-keeper.ts';

let forms: UnfinishedForms;
let writes: number;
let errors: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  const memory = unfinishedInMemory();
  writes = 0;
  errors = [];
  forms = {
    ...memory,
    write: (...given) => {
      writes += 1;
      return memory.write(...given);
    },
  };
});
afterEach(() => {
  vi.useRealTimers();
});

const keeper = (kept = false) =>
  formKeeper({
    forms,
    key: 'new',
    kept,
    nowUtc: () => '2026-11-27T03:00:00.000Z',
    onError: (thrown) => errors.push(thrown),
  });
const typed = (fullName: string) => ({
  patch: { identity: { fullName } },
  above: { unit: 'H20' },
  seenVersion: null,
  evidence: [],
});

describe('an unfinished form', () => {
  it('is kept at a pause in typing, once, as it stands then', async () => {
    const form = keeper();
    form.stands(typed('Ng'));
    await vi.advanceTimersByTimeAsync(500);
    form.stands(typed('Nguyễn'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(writes).toBe(1);
    expect(await forms.read('new')).toEqual({
      ...typed('Nguyễn'),
      keptAtUtc: '2026-11-27T03:00:00.000Z',
    });
  });

  it('is kept at once when the page is about to go', async () => {
    const form = keeper();
    form.stands(typed('Nguyễn'));
    await form.flush();
    expect((await forms.read('new'))?.patch).toEqual(typed('Nguyễn').patch);
  });

  it('that is as it was before is not kept, and what was kept of it goes', async () => {
    const form = keeper();
    form.stands(null);
    await form.flush();
    expect(writes).toBe(0);
    form.stands(typed('Nguyễn'));
    await form.flush();
    form.stands(null);
    await form.flush();
    expect(await forms.list()).toEqual([]);
  });

  it('that was submitted is forgotten, whatever is still on its way', async () => {
    const form = keeper(true);
    form.stands(typed('Nguyễn'));
    void form.flush();
    form.stands(typed('Nguyễn Thị'));
    await form.submitted();
    form.stands(typed('Nguyễn Thị Hà'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await forms.list()).toEqual([]);
  });

  it('that the disk does not take is reported, and the next pause tries again', async () => {
    const good = forms.write;
    forms = { ...forms, write: () => Promise.reject(new Error('full')) };
    const form = formKeeper({
      forms: { ...forms, write: (...given) => forms.write(...given) },
      key: 'new',
      kept: false,
      nowUtc: () => '2026-11-27T03:00:00.000Z',
      onError: (thrown) => errors.push(thrown),
    });
    form.stands(typed('Ng'));
    await form.flush();
    expect(errors).toHaveLength(1);
    forms = { ...forms, write: good };
    form.stands(typed('Nguyễn'));
    await form.flush();
    expect(await forms.list()).toEqual(['new']);
  });
});
