/** A change with just the steps that a test names, all on one morning. */
import type { Change, ChangeState, TransitionEntry } from '../../shared/change/change.ts';

export const steppedChangeId = 'change:01M81EN63WVDHXP3V9DESRDYSD';

/** @param minute after eight o'clock */
export const step = (
  state: ChangeState,
  account: string,
  minute: number,
  reason?: string,
): TransitionEntry => ({
  state,
  by: { account, name: account },
  atUtc: `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z`,
  ...(reason !== undefined && { reason }),
});

/** Entered by `thu`; it stands where its last step left it. */
export function steppedChange(
  history: readonly TransitionEntry[],
  more: Partial<Change> = {},
): Change {
  return {
    _id: steppedChangeId,
    type: 'change',
    schema: 1,
    unit: 'H20.81',
    dossier: 'dossier:01M81EN63WVDHXP3V9DESRDYSE',
    kind: 'create',
    baseVersion: 0,
    patch: { note: { text: 'một' } },
    paths: ['note.text'],
    evidence: [],
    personName: 'Nguyễn Văn An',
    author: { account: 'thu', name: 'thu' },
    authoredAtUtc: '2026-11-22T08:00:00.000Z',
    clockFrom: '2026-11-22',
    state: history.at(-1)?.state ?? 'draft',
    history: [...history],
    ...more,
  };
}
