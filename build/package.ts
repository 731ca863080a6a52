// `npm run package`: the packaged program for this machine, in release/, tried before it is called done.
//   npm run package -- [--no-deb]
// With the test runtime it shows that packaging works; what goes to an office is built where the official
// Electron is (docs/operations.md).
import { parseArgs } from 'node:util';
import { makeDeb } from './package/deb.ts';
import { makeFolder } from './package/folder.ts';
import { smokeTest } from './package/smoke-test.ts';
import { explain } from './setup/setup-error.mjs';
import { step } from './setup/step.mjs';

const { values } = parseArgs({ options: { 'no-deb': { type: 'boolean', default: false } } });

try {
  await step('Thư mục chương trình (program folder)', makeFolder);
  await step('Chạy thử (smoke test)', smokeTest);
  if (!values['no-deb']) await step('Gói Debian (.deb)', makeDeb);
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
}
