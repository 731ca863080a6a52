/**
 * How far the changes of the fake port have come: which wait here, were refused, or are lacked by a restored centre.
 * One reading for the list, the marks and the ladder, so that no screen contradicts another.
 */
import type {
  AtRiskItem,
  DataPort,
  Delivery,
  RefusedItem,
} from '../../renderer/data/port/data-port.ts';
import type { Change } from '../../shared/change/change.ts';
import { receiptOf, type Receipt, type ReceiptFacts } from '../../shared/change/receipt.ts';

export interface FakeStanding {
  readonly changes: readonly Change[];
  readonly refused: readonly RefusedItem[];
  /** How many of the open changes wait here; the newest ones. */
  readonly waiting: number;
  /** How many of the others the centre has no more. */
  readonly lacking: number;
  readonly place: DataPort['place'];
}

const isOpen = ({ state }: Change): boolean => state !== 'approved' && state !== 'withdrawn';

function split({ changes, waiting, lacking, place }: FakeStanding) {
  const open = place === 'local' ? changes.filter(isOpen) : [];
  return {
    waits: open.slice(0, waiting),
    lacked: open.slice(waiting, waiting + lacking),
  };
}

const isAmong = (changes: readonly Change[], id: string): boolean =>
  changes.some(({ _id }) => _id === id);

/** The centre before the last step; of a change with a single one it has nothing. */
function earlier(change: Change): Change | null {
  const history = change.history.slice(0, -1);
  const last = history.at(-1);
  return last ? { ...change, state: last.state, history } : null;
}

/** After a restore: a returned change is still there as it was then, without what was done to it since. */
const left = (change: Change): Change | null => (change.state === 'returned' ? change : null);

export function fakeReceipt(standing: FakeStanding, id: string): Receipt | null {
  const { waits, lacked } = split(standing);
  const change =
    standing.changes.find(({ _id }) => _id === id) ??
    standing.refused.find((item) => item.id === id)?.change;
  if (!change) return null;
  const waiting = isAmong(waits, id);
  const lacking = isAmong(lacked, id);
  const facts: ReceiptFacts = {
    standing: change,
    master: waiting ? earlier(change) : lacking ? left(change) : change,
    waiting,
    lacking,
    refused: standing.refused.some((item) => item.change?._id === id),
    acknowledged: false,
    backupAtUtc: '2026-11-21T18:00:00.000Z',
    keptHere: standing.place === 'local',
  };
  return receiptOf(facts);
}

export function fakeDelivery(
  standing: FakeStanding,
  ids: readonly string[],
): ReadonlyMap<string, Delivery> {
  const { waits, lacked } = split(standing);
  const here = [...waits, ...lacked];
  return new Map(ids.map((id) => [id, isAmong(here, id) ? 'onThisDisk' : 'atCentre']));
}

export function fakeAtRisk(standing: FakeStanding): readonly AtRiskItem[] {
  const { waits, lacked } = split(standing);
  const item = (why: AtRiskItem['why'], atUtc: string, change: Change): AtRiskItem => ({
    id: change._id,
    why,
    atUtc,
    change,
  });
  const items = [
    ...waits.map((change) => item('waiting', change.authoredAtUtc, change)),
    ...standing.refused.flatMap(({ id, change, refusedAtUtc }) =>
      change ? [{ ...item('refused', refusedAtUtc, change), id }] : [],
    ),
    ...lacked.map((change) => item('lacking', change.authoredAtUtc, change)),
  ];
  return items.sort((a, b) => (a.atUtc < b.atUtc ? -1 : 1));
}
