/** Prepared, parameterised SQL and nothing else: the only way this store speaks to SQLite. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

export interface Query<Row> {
  get(...parameters: SQLInputValue[]): Row | undefined;
  all(...parameters: SQLInputValue[]): Row[];
  iterate(...parameters: SQLInputValue[]): Iterable<Row>;
  iterateNamed(parameters: Record<string, SQLInputValue>): Iterable<Row>;
}

/** `Row` is what the statement's columns give: the tables are STRICT, so SQLite holds the types. */
export function prepareQuery<Row>(db: DatabaseSync, sql: string): Query<Row> {
  const statement = db.prepare(sql);
  return {
    get: (...parameters) => statement.get(...parameters) as Row | undefined,
    all: (...parameters) => statement.all(...parameters) as Row[],
    iterate: (...parameters) => statement.iterate(...parameters) as Iterable<Row>,
    iterateNamed: (parameters) => statement.iterate(parameters) as Iterable<Row>,
  };
}

export interface Command {
  /** Returns the row id of an insert. */
  run(...parameters: SQLInputValue[]): number;
}

export function prepareCommand(db: DatabaseSync, sql: string): Command {
  const statement = db.prepare(sql);
  return { run: (...parameters) => Number(statement.run(...parameters).lastInsertRowid) };
}
