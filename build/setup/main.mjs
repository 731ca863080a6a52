// Everything a checkout needs before it can start, be tested, shown or packaged:
//   node build/setup/main.mjs [start|test|demo|package]
// Runs on Node 20 with nothing installed. Each step looks first and works only when something is missing.
import { ensureElectron } from '../electron-runtime.mjs';
import { bundles } from './bundles.mjs';
import { debianPackages } from './debian-packages.mjs';
import { demoToken } from './demo-token.mjs';
import { npmPackages } from './npm-packages.mjs';
import { explain, SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/** @typedef {import('./debian-packages.mjs').Purpose} Purpose */

/** @type {readonly Purpose[]} */
const purposes = ['start', 'test', 'demo', 'package'];

try {
  const purpose = readPurpose(process.argv[2] ?? 'start');
  checkNode();
  await step('Gói hệ điều hành (system packages)', () => debianPackages(purpose));
  await step('Gói npm (npm packages)', npmPackages);
  await step('Electron', ensureElectron);
  await step('Thiết bị ký số trình diễn (demo token)', demoToken);
  // `npm test` builds as one of its own checks.
  if (purpose !== 'test') await step('Dựng chương trình (build)', bundles);
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
}

/** @param {string} word */
function readPurpose(word) {
  const purpose = purposes.find((known) => known === word);
  if (purpose) return purpose;
  throw new SetupError({
    vi: `Không hiểu "${word}". Dùng một trong: ${purposes.join(', ')}.`,
    en: `Unknown purpose "${word}". Use one of: ${purposes.join(', ')}.`,
  });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return;
  throw new SetupError({
    vi: `Cần Node 20.12 trở lên; máy này có ${process.version}.`,
    en: `Node 20.12 or later is needed; this machine has ${process.version}.`,
  });
}
