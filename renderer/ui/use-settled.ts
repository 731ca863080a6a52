/** A value that follows another once it has stood still for a while; at once (when idle) for no delay. */
import { useDeferredValue, useEffect, useState } from 'react';

export function useSettled<T>(value: T, delayMs: number): T {
  const deferred = useDeferredValue(value);
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (delayMs === 0) return undefined;
    const timer = setTimeout(() => {
      setSettled(value);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, delayMs]);
  return delayMs === 0 ? deferred : settled;
}
