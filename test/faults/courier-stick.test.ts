/** A stick that is full, or locked against writing: said in words, and what lay on it before is still whole. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFromStick, writeToStick } from '../../electron/courier/stick-files.ts';
import { mayMount, smallDisk, type SmallDisk } from './server/full-disk.ts';

describe.runIf(mayMount)('a stick', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = smallDisk(2);
  });
  afterEach(() => {
    disk.remove();
  });
  const codeOf = (result: Awaited<ReturnType<typeof readFromStick | typeof writeToStick>>) =>
    result.ok ? 'ok' : result.problem.code;

  it('without room takes nothing of the new bundle and keeps the old one whole', async () => {
    const file = join(disk.folder, 'a.hoso-goi');
    expect(codeOf(await writeToStick(file, 'bundle of yesterday'))).toBe('ok');
    disk.fill(4_096);
    expect(codeOf(await writeToStick(file, 'x'.repeat(600_000)))).toBe('COURIER_STICK_FULL');
    expect(readFileSync(file, 'utf8')).toBe('bundle of yesterday');
    expect(readdirSync(disk.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    disk.makeRoom();
    expect(codeOf(await writeToStick(file, 'x'.repeat(600_000)))).toBe('ok');
  });

  it('locked against writing says so', async () => {
    execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
    const file = join(disk.folder, 'a.hoso-goi');
    expect(codeOf(await writeToStick(file, 'bundle'))).toBe('COURIER_STICK_READ_ONLY');
    expect(codeOf(await readFromStick(file))).toBe('COURIER_STICK_GONE');
  });
});
