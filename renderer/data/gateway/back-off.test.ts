import { describe, expect, it } from 'vitest';
import { gatewayBackOff, interruptibleWait, waitMs } from './back-off.ts';

describe('waiting after failures', () => {
  it('doubles from one second to one minute and stays there', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((n) => waitMs(n, gatewayBackOff, () => 1));
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]);
  });

  it('spreads the offices over the second half of the wait', () => {
    expect(waitMs(4, gatewayBackOff, () => 0)).toBe(4000);
    expect(waitMs(4, gatewayBackOff, () => 0.5)).toBe(6000);
  });

  it('can be cut short', async () => {
    const cut = new AbortController();
    const wait = interruptibleWait(60_000, cut.signal);
    cut.abort();
    // Were a minute waited for, this test would run out of time.
    await expect(wait).resolves.toBeUndefined();
    await expect(interruptibleWait(60_000, cut.signal)).resolves.toBeUndefined();
  });
});
