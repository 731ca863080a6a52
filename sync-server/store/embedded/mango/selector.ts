/**
 * Mango selectors. The operators are pouchdb-selector-core's; how they combine is ours, because
 * its `$and` drops the fields beside it and merges `$or`s wrongly. As in CouchDB, a negation is
 * pushed down to the fields, and a field that is absent matches nothing but `$exists: false`.
 */
/// <reference path="./pouchdb-selector-core.d.ts" />
import { parseField, rowFilter } from 'pouchdb-selector-core';
import { StoreError } from '../../document-store.ts';
import { valueAt } from './field-value.ts';
import { isAllowedPattern } from './pattern.ts';

type Json = Readonly<Record<string, unknown>>;
export type Matcher = (document: Json) => boolean;
/** A condition on one value; `undefined` stands for an absent field. */
type Condition = (value: unknown) => boolean;

/** Deeper than any query a person or a program writes; keeps recursion off the stack's end. */
const MAX_DEPTH = 64;

const NEGATED: Readonly<Record<string, string>> = {
  $eq: '$ne',
  $ne: '$eq',
  $gt: '$lte',
  $gte: '$lt',
  $lt: '$gte',
  $lte: '$gt',
  $in: '$nin',
  $nin: '$in',
};

/** @throws StoreError 400 when an operator is unknown or its argument of the wrong kind */
export function compileSelector(selector: Json): Matcher {
  const matches = compileObject(selector, false, 0);
  return (document) => matches(document);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function guard(depth: number): void {
  if (depth > MAX_DEPTH)
    throw new StoreError(400, 'bad_request', 'The selector is nested too deep.');
}

/** An object of fields and combinators; also what `$elemMatch` gives to the elements. */
function compileObject(selector: Json, negated: boolean, depth: number): Condition {
  guard(depth);
  const parts = Object.entries(selector).map(([key, value]) =>
    key.startsWith('$')
      ? compileOperator(key, value, negated, depth)
      : compileField(key, value, negated, depth),
  );
  if (parts.length === 0) return () => !negated;
  return negated
    ? (value) => parts.some((part) => part(value))
    : (value) => parts.every((part) => part(value));
}

function compileField(name: string, value: unknown, negated: boolean, depth: number): Condition {
  const path = parseField(name);
  const condition =
    isObject(value) && Object.keys(value).length > 0
      ? compileObject(value, negated, depth + 1)
      : compileLeaf('$eq', value, negated);
  return (document) => condition(valueAt(document, path));
}

function compileOperator(
  operator: string,
  argument: unknown,
  negated: boolean,
  depth: number,
): Condition {
  switch (operator) {
    case '$and':
    case '$or':
    case '$nor': {
      const each = branchesOf(operator, argument, negated !== (operator === '$nor'), depth);
      const all = (operator === '$and') !== negated;
      // Not-any is all-not: `$nor` has negated branches, so it needs them all.
      const every = operator === '$nor' ? !negated : all;
      if (each.length === 0) return () => !negated;
      return every
        ? (value) => each.every((part) => part(value))
        : (value) => each.some((part) => part(value));
    }
    case '$not':
      if (!isObject(argument)) return compileLeaf('$eq', argument, !negated);
      return compileObject(argument, !negated, depth + 1);
    case '$elemMatch':
    case '$allMatch':
      return compileElements(operator, argument, negated, depth);
    case '$keyMapMatch': {
      const inner = compileArgument(operator, argument, depth);
      return present(negated, (value) => isObject(value) && Object.keys(value).some(inner));
    }
    default:
      return compileLeaf(operator, argument, negated);
  }
}

function branchesOf(
  operator: string,
  argument: unknown,
  negated: boolean,
  depth: number,
): readonly Condition[] {
  if (!Array.isArray(argument)) throw badArgument(operator);
  return argument.map((branch: unknown) => {
    if (!isObject(branch)) throw badArgument(operator);
    return compileObject(branch, negated, depth + 1);
  });
}

function compileElements(
  operator: '$elemMatch' | '$allMatch',
  argument: unknown,
  negated: boolean,
  depth: number,
): Condition {
  const inner = compileArgument(operator, argument, depth);
  return present(negated, (value) => {
    if (!Array.isArray(value) || value.length === 0) return false;
    return operator === '$elemMatch' ? value.some(inner) : value.every(inner);
  });
}

function compileArgument(operator: string, argument: unknown, depth: number): Condition {
  if (!isObject(argument)) throw badArgument(operator);
  return compileObject(argument, false, depth + 1);
}

function compileLeaf(operator: string, argument: unknown, negated: boolean): Condition {
  checkArgument(operator, argument);
  if (operator === '$exists') return (value) => (value !== undefined) === (argument !== negated);
  if (operator === '$beginsWith')
    return present(negated, (v) => typeof v === 'string' && v.startsWith(String(argument)));
  if (operator === '$all') return present(negated, (value) => holdsAll(value, argument));
  const opposite = negated ? NEGATED[operator] : undefined;
  const effective = opposite ?? operator;
  // The core takes several values for these two, in an array of its own.
  const given = effective === '$ne' || effective === '$regex' ? [argument] : argument;
  const selector = { value: { [effective]: given } };
  return present(negated && !opposite, (value) => rowFilter({ value }, selector, ['value']));
}

/** A condition that an absent field never meets, negated or not. */
function present(negated: boolean, condition: Condition): Condition {
  return (value) => value !== undefined && condition(value) !== negated;
}

/** CouchDB's `$all` also matches when the array is the single argument itself. */
function holdsAll(value: unknown, argument: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(argument) || argument.length === 0) return false;
  const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return (
    argument.every((wanted) => value.some((item) => equal(item, wanted))) ||
    (argument.length === 1 && equal(argument[0], value))
  );
}

const TYPES = new Set(['null', 'boolean', 'number', 'string', 'array', 'object']);

function checkArgument(operator: string, argument: unknown): void {
  switch (operator) {
    case '$eq':
    case '$ne':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return;
    case '$in':
    case '$nin':
    case '$all':
      return check(operator, Array.isArray(argument));
    case '$exists':
      return check(operator, typeof argument === 'boolean');
    case '$type':
      return check(operator, typeof argument === 'string' && TYPES.has(argument));
    case '$size':
      return check(operator, Number.isInteger(argument) && Number(argument) >= 0);
    case '$mod':
      return check(operator, isModulus(argument));
    case '$beginsWith':
      return check(operator, typeof argument === 'string');
    case '$regex':
      return check(operator, typeof argument === 'string' && isAllowedPattern(argument));
    default:
      throw new StoreError(400, 'invalid_operator', `Invalid operator: ${operator.slice(0, 100)}`);
  }
}

function check(operator: string, holds: boolean): void {
  if (!holds) throw badArgument(operator);
}

function badArgument(operator: string): StoreError {
  return new StoreError(400, 'bad_arg', `Bad argument for operator ${operator}`);
}

function isModulus(argument: unknown): boolean {
  return (
    Array.isArray(argument) &&
    argument.length === 2 &&
    argument.every((part) => Number.isInteger(part)) &&
    argument[0] !== 0
  );
}
