// A screen to draw on: the person's own, or a virtual one (Xvfb) where there is none.
import { mkdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { startGroup } from './process-group.ts';

export type Display = Readonly<{
  /** What to add to the environment of a program with windows. */
  env: Readonly<Record<string, string>>;
  virtual: boolean;
  close: () => Promise<void>;
}>;

const startMs = 10_000;

/** @throws when Xvfb is missing or does not answer */
export async function openDisplay(size = '1600x1000x24'): Promise<Display> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (DISPLAY || WAYLAND_DISPLAY) {
    return { env: {}, virtual: false, close: () => Promise.resolve() };
  }
  if (process.getuid?.() === 0) mkdirSync('/tmp/.X11-unix', { recursive: true, mode: 0o1777 });
  // With -displayfd Xvfb itself takes a free number and says which: no race with other screens.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const xvfb = startGroup('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let complaint = '';
  xvfb.child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2_000);
  });
  const number = await Promise.race([
    firstLine(xvfb.child.stdio[3] as Readable),
    xvfb.ended.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, startMs, undefined).unref()),
  ]);
  if (number === undefined) {
    await xvfb.stop();
    throw new Error(`Xvfb did not start (is it installed?)\n${complaint}`);
  }
  return { env: { DISPLAY: `:${number}` }, virtual: true, close: () => xvfb.stop(2_000) };
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end).trim());
    });
  });
}
