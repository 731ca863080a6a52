/** `2026-11` as `11/2026`. */
export const periodName = (period: string): string => period.split('-').reverse().join('/');
