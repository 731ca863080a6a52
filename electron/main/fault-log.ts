/**
 * The program's own log (userData/logs/hoso.log, one JSON object per line). What is written of a
 * fault: its kind, its system code and where in the code. Never its message, which may quote what a
 * person typed.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const maxBytes = 1_000_000;

export interface FaultLog {
  /** Returns the incident number under which it was logged. */
  readonly fault: (where: string, fault: unknown) => string;
  readonly event: (what: string) => void;
}

export function faultLog(folder: string, now: () => Date): FaultLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'hoso.log');
  turnOver(file);
  const write = (line: object): void => {
    const text = `${JSON.stringify({ timeUtc: now().toISOString(), ...line })}\n`;
    try {
      appendFileSync(file, text, { mode: 0o600 });
    } catch {
      // The log must not bring down what it watches (a full disk): stderr is what is left.
      process.stderr.write(text);
    }
  };
  return {
    fault: (where, fault) => {
      const incident = randomBytes(4).toString('hex');
      write({ level: 'error', incident, where, ...describeFault(fault) });
      return incident;
    },
    event: (what) => {
      write({ level: 'info', what });
    },
  };
}

export function describeFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  // The stack begins with the message; only its frames are kept.
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: fault.name, code, stack: frames.slice(0, 12).map((line) => line.trim()) };
}

/** The last log is kept beside the current one. */
function turnOver(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxBytes) renameSync(file, `${file}.1`);
}
