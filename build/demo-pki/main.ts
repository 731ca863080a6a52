/** `node build/demo-pki/main.ts DIR`: makes the demo's CA and software tokens, or finds them. */
import { ensureDemoPki } from './ensure.ts';

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  process.stderr.write('usage: node build/demo-pki/main.ts DIR\n');
  process.exitCode = 2;
} else {
  const pki = await ensureDemoPki({ dir });
  const labels = pki.tokens.map(({ label }) => label).join(', ');
  process.stdout.write(`demo PKI ready: ${labels}; SOFTHSM2_CONF=${pki.softhsmConf}\n`);
}
