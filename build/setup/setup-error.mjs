// A set-up step that cannot go on says, in both languages, what is missing and what to do.

export class SetupError extends Error {
  /**
   * @param {{ vi: string, en: string, command?: string, output?: string }} facts
   * `command` is what the person can type; `output` is what the failed program printed.
   */
  constructor({ vi, en, command, output }) {
    super(en);
    this.name = 'SetupError';
    this.vi = vi;
    this.en = en;
    this.command = command;
    this.output = output;
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof SetupError)) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const lines = [`  ${error.vi}`, `  ${error.en}`];
  if (error.command) lines.push('', `    ${error.command}`);
  if (error.output?.trim()) lines.push('', mainLines(error.output, 50));
  return lines.join('\n');
}

/**
 * Beginning and end of a long output: some programs say what is wrong first, some last.
 * @param {string} text
 * @param {number} count
 */
export function mainLines(text, count) {
  const lines = text.trim().split('\n');
  const half = Math.floor(count / 2);
  const shown =
    lines.length <= count ? lines : [...lines.slice(0, half), '…', ...lines.slice(-half)];
  return shown.map((line) => `  | ${line}`).join('\n');
}
