// One line per step, with its time: ✓ done, · nothing to do, ✗ failed.

const onTerminal = process.stdout.isTTY;

/**
 * @param {string} title
 * @param {() => Promise<string | undefined>} work returns a remark when something was done, nothing when all was there
 */
export async function step(title, work) {
  const started = performance.now();
  if (onTerminal) process.stdout.write(`… ${title}`);
  const line = (/** @type {string} */ mark, /** @type {string} */ remark) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
    const text = `${mark} ${title}${remark ? `: ${remark}` : ''} (${seconds} s)\n`;
    process.stdout.write(onTerminal ? `\r\u001B[K${text}` : text);
  };
  try {
    const remark = await work();
    line(remark === undefined ? '·' : '✓', remark ?? '');
  } catch (error) {
    line('✗', 'không xong / failed');
    throw error;
  }
}
