/** Instants on screen: always the offices' time (Asia/Ho_Chi_Minh), whatever the machine says. */
import { useEffect, useState } from 'react';
import type { TFunction } from 'i18next';

const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
});

/** `09:41` */
export const formatClock = (instantUtc: string): string => clockFormat.format(new Date(instantUtc));
/** `20/11/2026` */
export const formatDay = (instantUtc: string): string => dayFormat.format(new Date(instantUtc));
/** `20/11/2026 09:41` */
export const formatInstant = (instantUtc: string): string =>
  `${formatDay(instantUtc)} ${formatClock(instantUtc)}`;

const minuteMs = 60_000;

/** `3 phút trước`; a clock that runs a little ahead reads as now. */
export function formatAgo(t: TFunction, instantUtc: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(instantUtc)) / minuteMs);
  if (minutes < 1) return t('ago.now');
  if (minutes < 60) return t('ago.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? t('ago.hours', { count: hours })
    : t('ago.days', { count: Math.floor(hours / 24) });
}

/** The present, renewed often enough for "3 phút trước". */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
