/**
 * Entry of the signing process: one job in, one result out, then the end of the process, and
 * with it of the PIN, the session and whatever the vendor's driver kept. A driver that hangs or
 * crashes takes only this process along. Runs as an Electron utility process or as a child of
 * plain Node (integration tests).
 */
import { connectToHost } from './host-link.ts';
import { runJob } from './run-job.ts';

const host = connectToHost();

host.onJob((message) => {
  runJob(message, () => new Date())
    .then((result) => host.reply(result))
    // A bug of ours: told on stderr, seen by the host as a crash. Errors carry no PIN.
    .catch((error: unknown) => host.crash(error));
});
