import { randomUUID } from 'node:crypto';

/** 32 hexadecimal digits, as CouchDB's. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}
