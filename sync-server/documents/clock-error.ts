/**
 * Times that stand in the store and were written while some server's clock was wrong. Clocks of gateways differ by
 * seconds; a time that lies further ahead says nothing, and must neither put off work for ever nor be told to anybody.
 */
export const clockErrorMs = 5 * 60_000;

export const isAhead = (atUtc: string, nowMs: number): boolean =>
  Date.parse(atUtc) > nowMs + clockErrorMs;
