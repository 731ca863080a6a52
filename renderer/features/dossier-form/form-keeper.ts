/**
 * Keeps what stands in one form: at every pause in typing, when the form is left, and before the page goes.
 * Writes go one after the other; what was submitted is not kept.
 */
import type { UnfinishedForm, UnfinishedForms } from '../../data/port/unfinished.ts';

/** What stands in the form now; null when nothing of it would be lost. */
export type Standing = Omit<UnfinishedForm, 'keptAtUtc'> | null;

export interface FormKeeper {
  stands(standing: Standing): void;
  flush(): Promise<void>;
  /** It was submitted. */
  submitted(): Promise<void>;
}

interface KeeperParts {
  readonly forms: UnfinishedForms;
  readonly key: string;
  /** Whether something of this form is kept already. */
  readonly kept: boolean;
  readonly nowUtc: () => string;
  readonly onError: (thrown: unknown) => void;
  readonly pauseMs?: number;
}

const defaultPauseMs = 800;

export function formKeeper(parts: KeeperParts): FormKeeper {
  const { forms, key, nowUtc, onError, pauseMs = defaultPauseMs } = parts;
  let kept = parts.kept;
  let ended = false;
  let next: Standing | undefined;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: Promise<void> = Promise.resolve();

  async function write(standing: Standing): Promise<void> {
    if (standing === null && !kept) return;
    kept = standing !== null;
    try {
      await forms.write(key, standing && { ...standing, keptAtUtc: nowUtc() });
    } catch (thrown) {
      // What was typed still stands on the screen.
      onError(thrown);
    }
  }
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (next !== undefined) {
      const standing = next;
      next = undefined;
      last = last.then(() => write(standing));
    }
    return last;
  };
  return {
    stands: (standing) => {
      if (ended) return;
      next = standing;
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    flush,
    submitted: () => {
      ended = true;
      next = null;
      return flush();
    },
  };
}
