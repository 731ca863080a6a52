/**
 * A dialogue about one thing. It lives until it has closed, not only until it is told to: on its way out it gives the
 * focus back to what opened it, which one that is taken away at once cannot do.
 */
import { useState } from 'react';

export interface Dialogue<T> {
  /** What it is about; null while there is none. */
  readonly about: T | null;
  readonly show: (about: T) => void;
  /** For antd's Modal. */
  readonly modal: {
    readonly open: boolean;
    readonly onCancel: () => void;
    readonly afterClose: () => void;
  };
}

export function useDialogue<T>(): Dialogue<T> {
  const [about, setAbout] = useState<T | null>(null);
  const [open, setOpen] = useState(false);
  return {
    about,
    show: (next) => {
      setAbout(next);
      setOpen(true);
    },
    modal: {
      open,
      onCancel: () => {
        setOpen(false);
      },
      afterClose: () => {
        setAbout(null);
      },
    },
  };
}
