/**
 * The steps of a save, a settling and a compaction between which a test lets the office's program die.
 * `journal.…` are reached in the main process, the others in the page.
 */
export const faultPointNames = [
  'journal.beforeWrite',
  'journal.afterWrite',
  'journal.afterSync',
  'journal.compact.beforeNewSegment',
  'journal.compact.afterNewSegment',
  'journal.compact.afterRename',
  'journal.compact.afterDelete',
  'work.beforeJournal',
  'work.beforeWrite',
  'work.afterWrite',
  'work.beforeSent',
  'work.afterSent',
  'work.beforeDrop',
  'work.beforeSettled',
  'mirror.beforePage',
  'mirror.afterPage',
  'mirror.afterPull',
  'courier.beforeVerdicts',
  'courier.beforeNote',
  'held.beforeWrite',
  'recovery.beforeOffers',
  'recovery.beforeEpoch',
] as const;

export type FaultPoint = (typeof faultPointNames)[number];
