/**
 * Named places at which a test can have the program die as by a power cut: between each two steps that
 * change what is on the disk. `HOSO_FAULT_AT=<name>[:<count>]` arms one, in a program that is not packaged;
 * when it is reached for the count-th time, the process kills itself with SIGKILL. `none` arms nothing yet:
 * a test may set the variable later, in the running process.
 */
import { faultPointNames, type FaultPoint } from '../shared/contract/fault-points.ts';

interface Armed {
  readonly value: string;
  readonly point: FaultPoint | null;
  left: number;
}

type ReadValue = () => string | undefined;

let readValue: ReadValue | null = null;
let armed: Armed | null = null;

/** Called once, at the start. A packaged program has no fault points. */
export function allowFaultPoints(read: ReadValue, packaged: boolean): void {
  armed = null;
  readValue = packaged || !read() ? null : read;
  current();
}

export const faultPointsAllowed = (): boolean => readValue !== null;

function current(): Armed | null {
  const value = readValue?.();
  if (!value) return null;
  if (armed?.value !== value) armed = parseArmed(value);
  return armed;
}

function parseArmed(value: string): Armed {
  if (value === 'none') return { value, point: null, left: 0 };
  const [name, count = '1'] = value.split(':');
  const point = faultPointNames.find((known) => known === name);
  const left = Number(count);
  if (point === undefined || !Number.isInteger(left) || left < 1) {
    throw new TypeError(`HOSO_FAULT_AT: no such fault point or count: ${value}`);
  }
  return { value, point, left };
}

export function reachFaultPoint(point: FaultPoint): void {
  const now = current();
  if (now?.point !== point) return;
  now.left -= 1;
  if (now.left === 0) process.kill(process.pid, 'SIGKILL');
}
