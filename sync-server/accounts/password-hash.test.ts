import { expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './password-hash.ts';

it('a flood from one address does not keep another from its turn', async () => {
  const stored = await hashPassword('Lua@Chin2026');
  let flooded = 0;
  const flood = Array.from({ length: 20 }, async () => {
    await passwordMatches(stored, 'sai', '203.0.113.7');
    flooded += 1;
  });
  expect(await passwordMatches(stored, 'Lua@Chin2026', '198.51.100.2')).toBe(true);
  expect(flooded).toBeLessThan(4);
  await Promise.all(flood);
}, 60_000);

it('one address may not fill the line', async () => {
  const stored = await hashPassword('Lua@Chin2026');
  const tries = Array.from({ length: 70 }, () => passwordMatches(stored, 'sai', '203.0.113.8'));
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBe(9);
}, 60_000);
