import { expect, it } from 'vitest';
import { deviceRegistrationSchema } from '../../shared/contract/devices.ts';
import { deviceKeysSchema, newDevice, registrationOf } from './device.ts';

it('registers public keys only', () => {
  const keys = deviceKeysSchema.parse(newDevice('PC-VANTHU-01'));
  const text = JSON.stringify(deviceRegistrationSchema.parse(registrationOf(keys)));
  expect(text).toContain('PC-VANTHU-01');
  expect(text).not.toContain(keys.signingKey.d);
  expect(text).not.toContain(keys.encryptionKey.d);
  expect(keys.signingKey.x).not.toBe(keys.encryptionKey.x);
});

it('takes a name for itself when the PC has none that may be shown', () => {
  expect(newDevice('').name).toBe('PC');
  expect(newDevice('a\u202eb').name).toBe('PC');
  expect(newDevice('x'.repeat(200)).name).toHaveLength(80);
});
