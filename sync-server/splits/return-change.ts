/**
 * A step that somebody took and that did not stand must not go by in silence: the change goes back to its author,
 * with the words for why, as any change that is returned. Only one that still waits for others can go back; what was
 * approved by signature, ended, or lies with its author already stays as it is. Pure.
 */
import { z } from 'zod';
import { changeStates, transitionEntrySchema } from '../../shared/change/change.ts';
import { serverStamp } from '../../shared/change/server-stamp.ts';
import { bareDocument, type BareDocument } from '../documents/documents.ts';
import type { StoredDocument } from '../store/document-store.ts';

const steppedSchema = z.looseObject({
  type: z.literal('change'),
  state: z.string(),
  history: z.array(transitionEntrySchema),
});
type Step = z.infer<typeof transitionEntrySchema>;

/** The first step of people that the other versions have and the one that stands has not. */
function lostStep(kept: readonly Step[], others: readonly StoredDocument[]): Step | null {
  const known = new Set(kept.map((step) => JSON.stringify(step)));
  for (const other of others) {
    const history = steppedSchema.safeParse(other).data?.history ?? [];
    const lost = history.find(
      (step) => step.by.account !== serverStamp.account && !known.has(JSON.stringify(step)),
    );
    if (lost) return lost;
  }
  return null;
}

/** The version that stands, one step on; null when there is nobody to tell or no way to. */
export function returnedAfterSplit(
  kept: StoredDocument,
  others: readonly StoredDocument[],
  atUtc: string,
): BareDocument | null {
  const stepped = steppedSchema.safeParse(kept).data;
  if (stepped?.state !== 'submitted' && stepped?.state !== 'verified') return null;
  const lost = lostStep(stepped.history, others);
  if (!lost) return null;
  const reason =
    `Các máy chủ của trung tâm từng mất liên lạc với nhau và đã ghi hai bản khác nhau của thay đổi này. ` +
    `Bước “${changeStates[lost.state]}” của ${lost.by.name} không nằm trong bản được giữ; bản kia vẫn còn nguyên ở trung tâm. ` +
    `Hãy xem lại nội dung rồi gửi lại.`;
  const step = { state: 'returned', by: serverStamp, atUtc, reason };
  const history = [...stepped.history, step];
  return { ...bareDocument(kept), state: 'returned', history, storedAtUtc: atUtc };
}
