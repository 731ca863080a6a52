/** One line of the table: what was measured, against what, and whether it is within the budget. */

export interface Row {
  readonly name: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly budget: string;
  /** Null where no budget applies. */
  readonly met: boolean | null;
  /** The figures behind, for the JSON report. */
  readonly figures: Readonly<Record<string, unknown>>;
}

export interface BenchContext {
  /** Fewer documents and repeats: shows that all runs, not how fast. */
  readonly quick: boolean;
  /** A folder of its own, removed at the end. */
  folder(): Promise<string>;
  /** Called at the end of the benchmark, last first, whether it failed or not. */
  atEnd(close: () => Promise<unknown>): void;
  /** A remark for the report, such as an assumption made. */
  note(text: string): void;
}

export interface Benchmark {
  readonly name: string;
  run(context: BenchContext): Promise<readonly Row[]>;
}

export const ms = (value: number): string =>
  value >= 1000
    ? `${(value / 1000).toFixed(2)} s`
    : `${value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;

export const times = (value: number): string => `${value.toFixed(2)} ×`;
