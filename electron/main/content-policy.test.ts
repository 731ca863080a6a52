import { describe, expect, it } from 'vitest';
import { contentPolicy, pageHeaders, withNonce } from './content-policy.ts';

describe('the content security policy', () => {
  const policy = contentPolicy({ nonce: 'bm9uY2U=', serverOrigin: 'https://hoso.example' });

  it('starts from nothing allowed, and allows no inline or foreign script', () => {
    expect(policy.startsWith("default-src 'none'; script-src 'self';")).toBe(true);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  });

  it('lets the page speak to the configured centre only', () => {
    expect(policy).toContain("connect-src 'self' https://hoso.example;");
    expect(contentPolicy({ nonce: 'x', serverOrigin: null })).toContain("connect-src 'self';");
  });

  it('allows styles by the nonce of this answer', () => {
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  });
});

it('a page with a nonce is not kept in a cache', () => {
  const policy = { nonce: 'x', serverOrigin: null };
  expect(pageHeaders('text/html; charset=utf-8', policy)['cache-control']).toBe('no-store');
  expect(pageHeaders('font/woff2', policy)['x-content-type-options']).toBe('nosniff');
});

it('the page learns its nonce from a meta element', () => {
  expect(withNonce('<html><head lang="vi"><title>a</title></head></html>', 'abc')).toBe(
    '<html><head lang="vi"><meta name="csp-nonce" content="abc" /><title>a</title></head></html>',
  );
});
