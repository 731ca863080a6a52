/**
 * Named places at which a test can have the program die as by a power cut: between each two steps that
 * change what is on the disk. `HOSO_FAULT_AT=<name>[:<count>]` arms one, in a program that is not packaged;
 * when it is reached for the count-th time, the process kills itself with SIGKILL.
 */
import { faultPointNames, type FaultPoint } from '../shared/contract/fault-points.ts';

interface Armed {
  readonly point: FaultPoint;
  left: number;
}

let armed: Armed | null = null;

export function armFaultPoint(value: string | undefined, packaged: boolean): void {
  armed = packaged || value === undefined ? null : parseArmed(value);
}

export const armedFaultPoint = (): FaultPoint | null => armed?.point ?? null;

function parseArmed(value: string): Armed {
  const [name, count = '1'] = value.split(':');
  const point = faultPointNames.find((known) => known === name);
  const left = Number(count);
  if (point === undefined || !Number.isInteger(left) || left < 1) {
    throw new TypeError(`HOSO_FAULT_AT: no such fault point or count: ${value}`);
  }
  return { point, left };
}

export function reachFaultPoint(point: FaultPoint): void {
  if (armed?.point !== point) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
}
