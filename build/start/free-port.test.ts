import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('takes the wanted port when it is free, another one when it is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const given = await freePort(port);
  expect(given).not.toBe(port);
  expect(given).toBeGreaterThan(0);
  await new Promise((resolve) => other.close(resolve));
  expect(await freePort(port)).toBe(port);
});
