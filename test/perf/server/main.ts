/**
 * The gateway as a process of its own, over a seeded data folder, with the benchmark's page in place of the
 * renderer: so the page is of the same origin. All else is as `hoso serve` has it.
 */
import { startGateway } from '../../../sync-server/http/gateway.ts';

const [dataDir = '', rendererDir] = process.argv.slice(2);
const gateway = await startGateway({
  dataDir,
  port: 0,
  logLevel: 'error',
  requestsPerMinute: 1_000_000,
  // The benchmarks write through `/db`, too.
  restoring: true,
  ...(rendererDir === undefined ? {} : { rendererDir }),
});
process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ ready: true, url: gateway.url })}\n`);
