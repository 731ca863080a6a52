/** The parts of pouchdb-selector-core 9 that we use; the package carries no types of its own. */
declare module 'pouchdb-selector-core' {
  export function rowFilter(
    document: Readonly<Record<string, unknown>>,
    selector: Readonly<Record<string, unknown>>,
    fields: readonly string[],
  ): boolean;
  /** Splits `a.b\.c` into `['a', 'b.c']`. */
  export function parseField(name: string): string[];
  /** Orders rows by CouchDB's collation, ascending. */
  export function createFieldSorter(
    sort: readonly Readonly<Record<string, string>>[],
  ): (
    a: { readonly doc: Readonly<Record<string, unknown>> },
    b: { readonly doc: Readonly<Record<string, unknown>> },
  ) => number;
}
