/**
 * CouchDB's cookie login, which couchbackup uses and nothing else: `POST _session` checks a name and
 * password by the gateway's own `authorize` and gives them back sealed in a short-lived cookie. The
 * server keeps no session and no password, only which cookies were given back before their time; each
 * request is authorised anew, so that a right taken away is gone at once. The key lives as long as the process: after a restart clients sign in again.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isObject } from '../../store/document-shape.ts';
import { StoreError } from '../../store/document-store.ts';
import { bytesOf, jsonOf } from './request-body.ts';

const COOKIE = 'AuthSession';
/** CouchDB's default. */
const LIFETIME_S = 600;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface CookieSession {
  /** Puts the credentials of a valid cookie where `authorize` looks; a header of its own comes first. */
  unseal(request: FastifyRequest): void;
  /** The `Set-Cookie` for the credentials in a request's `Authorization`. */
  cookieFor(request: FastifyRequest): string;
  /** Ends the session of a request, here and, by this `Set-Cookie`, in the browser. */
  end(request: FastifyRequest): string;
}

export function createCookieSession(
  prefix: string,
  {
    secure: overTls,
    nowMs = Date.now,
  }: { readonly secure: boolean; readonly nowMs?: () => number },
): CookieSession {
  /** Cookies given back, until they would have ended anyway. Only what this process sealed comes here. */
  const ended = new Map<string, number>();
  const untilOf = (text: string | null): number => Number(text?.split('|')[0] ?? 0);
  const key = randomBytes(32);
  const attributes = `; Version=1; Path=${prefix}; HttpOnly; SameSite=Strict`;
  return {
    unseal(request) {
      if (request.headers.authorization !== undefined) return;
      const sealed = cookieOf(request);
      const text = sealed === null || ended.has(sealed) ? null : open(key, sealed);
      const [untilMs = '', header = ''] = text?.split('|') ?? [];
      if (Number(untilMs) > nowMs()) request.headers.authorization = header;
    },
    cookieFor(request) {
      const header = request.headers.authorization ?? '';
      const untilMs = nowMs() + LIFETIME_S * 1000;
      const expires = new Date(untilMs).toUTCString();
      const secure = overTls || request.protocol === 'https' ? '; Secure' : '';
      const value = seal(key, `${untilMs}|${header}`);
      return `${COOKIE}=${value}${attributes}; Expires=${expires}; Max-Age=${LIFETIME_S}${secure}`;
    },
    end(request) {
      const sealed = cookieOf(request);
      for (const [cookie, untilMs] of ended) if (untilMs <= nowMs()) ended.delete(cookie);
      const untilMs = sealed === null ? 0 : untilOf(open(key, sealed));
      if (sealed !== null && untilMs > nowMs()) ended.set(sealed, untilMs);
      return `${COOKIE}=${attributes}; Max-Age=0`;
    },
  };
}

/** Name and password of a `POST _session`, as a Basic header. @throws StoreError 400 */
export function basicHeaderOf(request: FastifyRequest): string {
  const type = request.headers['content-type'] ?? '';
  const body = type.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(bytesOf(request).toString()))
    : jsonOf(request);
  const name = isObject(body) ? (body['name'] ?? body['username']) : undefined;
  const password = isObject(body) ? body['password'] : undefined;
  if (typeof name !== 'string' || typeof password !== 'string')
    throw new StoreError(400, 'bad_request', 'name and password are required.');
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

function cookieOf(request: FastifyRequest): string | null {
  const pattern = /(?:^|;\s*)AuthSession=([A-Za-z0-9_-]{1,4000})(?:;|$)/u;
  return pattern.exec(request.headers.cookie ?? '')?.[1] ?? null;
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Null for anything this process did not seal. */
function open(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    // Another process's cookie, or a forged one: the same as none.
    return null;
  }
}
