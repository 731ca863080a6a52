// Runs one program to its end, without a shell, and keeps what it printed.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

const keptChars = 200_000;

/**
 * @typedef {{ code: number | null, stdout: string, output: string, timedOut: boolean }} RunResult
 * `code` is null when the program was killed or could not be started; `output` holds stdout and stderr.
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 *   `show` also lets the person see the output as it comes.
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd = root, env = process.env, timeoutMs, show } = {}) {
  return new Promise((resolve) => {
    let stdout = '';
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      stdout = (stdout + text).slice(-keptChars);
      output = (output + text).slice(-keptChars);
      if (show) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-keptChars);
      if (show) process.stderr.write(text);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, stdout, output: `${output}${error.message}\n`, timedOut });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      // Some tools colour what they print whatever NO_COLOR says.
      resolve({ code, stdout, output: stripVTControlCharacters(output), timedOut });
    });
  });
}
