import { expect, it } from 'vitest';
import { lightPasswordCost } from '../../test/helpers/light-cost.ts';
import { newAccount } from './new-account.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';

it('a password matches its hash however its marks were typed, and no other does', async () => {
  const stored = await hashPassword('Lúa@Chín2026'.normalize('NFD'));
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await passwordMatches(stored, 'Lúa@Chín2026'.normalize('NFC'), '198.51.100.2')).toBe(true);
  expect(await passwordMatches(stored, 'Lua@Chin2026', '198.51.100.2')).toBe(false);
}, 60_000);

it('a new account is hashed at the full cost', async () => {
  const input = { user: 'vanthu', name: 'Văn thư', grants: [], password: 'Lua@Chin2026' };
  const account = await newAccount({ ...input, mustChangePassword: true }, 0);
  expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
}, 60_000);

it('one address may not fill the line', async () => {
  const stored = await hashPassword('Lua@Chin2026', lightPasswordCost);
  const tries = Array.from({ length: 70 }, () => passwordMatches(stored, 'sai', '203.0.113.8'));
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBe(9);
}, 60_000);
