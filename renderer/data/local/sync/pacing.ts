/**
 * How much to ask for at once. A page that is cut is asked for anew as a whole, so over a slow line pages are
 * small and over a fast one large: about as many rows as come in the time that one may well lose.
 */
export interface Pacing {
  size(): number;
  /** So many rows came, or went, in so long. */
  took(rows: number, ms: number): void;
  /** The line broke: less at once next time. */
  broke(): void;
}

export interface PacingOptions {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/** What a cut may cost. */
const targetMs = 12_000;
/** One quick page is no proof of a quick line. */
const fastestGrowth = 4;

export function createPacing({ first, least, most }: PacingOptions): Pacing {
  let size = first;
  const set = (next: number) => {
    size = Math.round(Math.min(most, Math.max(least, next)));
  };
  return {
    size: () => size,
    took: (rows, ms) => {
      // A page that was not full says nothing about a larger one.
      const full = rows >= size;
      const fits = (rows * targetMs) / Math.max(1, ms);
      if (full) set(Math.min(size * fastestGrowth, fits));
      else if (rows > 0 && fits < size) set(fits);
    },
    broke: () => set(size / 2),
  };
}
