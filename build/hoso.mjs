#!/usr/bin/env node
// The command line `hoso`, run by the Node 24 of node_modules: the machine's own Node may be older.
import { spawn } from 'node:child_process';
import { inRoot, localNode, serverNodeFlags } from './setup/paths.mjs';

const main = inRoot('sync-server/cli/main.ts');
const child = spawn(localNode, [...serverNodeFlags, main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.once('error', (error) => {
  console.error(`hoso: ${error.message}. Hãy chạy "npm ci" trước / run "npm ci" first.`);
  process.exitCode = 127;
});
child.once('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
