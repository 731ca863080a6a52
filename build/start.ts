// `npm start`: a server with demonstration data, and the desktop window on it.
//   npm start -- [--port 5985] [--data .hoso/data] [--no-window]
// Ctrl-C ends both; closing the window leaves the server running.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDemoPki } from './demo-pki/ensure.ts';
import type { DemoPki } from './demo-pki/pki.ts';
import { openDisplay, type Display } from './display.ts';
import type { ProcessGroup } from './process-group.ts';
import { demoPkiDir } from './setup/demo-token.mjs';
import { explain } from './setup/setup-error.mjs';
import { inRoot } from './setup/paths.mjs';
import { freePort } from './start/free-port.ts';
import { startServer, type RunningServer } from './start/server.ts';
import { describeServer } from './start/welcome.ts';
import { openWindow } from './start/window.ts';

const defaultPort = 5985;
const serverGraceMs = 15_000;
// npm passes the terminal's Ctrl-C on, so that one press arrives twice.
const repeatMs = 1_000;

const options = readOptions();
const parts: { server?: RunningServer; window?: ProcessGroup; display?: Display } = {};
let stopping: Promise<void> | undefined;
let stopRequestedAtMs = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) {
      stopRequestedAtMs = performance.now();
      stopping = stopAll(0);
    } else if (performance.now() - stopRequestedAtMs > repeatMs) {
      // Pressed again: do not wait. The exit hook of process-group.ts kills what is left.
      process.exit(130);
    }
  });
}

try {
  await start();
} catch (error) {
  // While we are being stopped, a part that ends before it was ready is no fault.
  if (!stopping) {
    process.stderr.write(`\n${explain(error)}\n`);
    stopping = stopAll(1);
  }
}

async function start(): Promise<void> {
  const port = await freePort(options.port);
  if (port !== options.port) {
    say(`Cổng ${options.port} đã có chương trình khác dùng; lấy cổng ${port}. (Port in use.)`);
  }
  const pki = await ensureDemoPki({ dir: demoPkiDir });
  const server = await startServer({ dataDir: options.data, port });
  parts.server = server;
  say(describeServer(server.ready, pki.tokens, options.data));
  void server.group.ended.then(({ code, signal }) => {
    if (stopping) return;
    const how = signal ?? `mã ${String(code)}`;
    process.stderr.write(`Máy chủ dừng bất ngờ (${how}). Nhật ký: ${server.logFile}\n`);
    process.stderr.write(`${server.lastOutput()}\n`);
    stopping = stopAll(1);
  });
  if (options.window) await openDesktop(server.ready.url, pki);
  say('Nhấn Ctrl-C để dừng. (Press Ctrl-C to stop.)');
}

async function openDesktop(serverUrl: string, pki: DemoPki): Promise<void> {
  const display = await openDisplay();
  parts.display = display;
  if (display.virtual) {
    say('Máy này không có màn hình: cửa sổ mở trên màn hình ảo. (No screen: virtual display.)');
  }
  const userData = `${options.data}-desktop`;
  const window = openWindow({ serverUrl, userData, display, pki });
  parts.window = window;
  void window.ended.then(async ({ code, signal }) => {
    if (stopping) return;
    if (code === 0) {
      say('Cửa sổ đã đóng. Máy chủ vẫn chạy tới khi nhấn Ctrl-C. (The server keeps running.)');
    } else {
      say(`Cửa sổ dừng bất ngờ (${signal ?? `mã ${String(code)}`}). Máy chủ vẫn chạy.`);
    }
    await window.stop();
    await display.close();
  });
}

async function stopAll(exitCode: number): Promise<void> {
  say('\nĐang dừng… (Stopping…)');
  await parts.window?.stop();
  await parts.server?.group.stop(serverGraceMs);
  await parts.display?.close();
  say('Đã dừng. (Stopped.)');
  process.exit(exitCode);
}

function readOptions(): { port: number; data: string; window: boolean } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(defaultPort) },
      data: { type: 'string', default: inRoot('.hoso', 'data') },
      'no-window': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    process.stderr.write(`--port: "${values.port}" không phải số cổng (is not a port number)\n`);
    process.exit(2);
  }
  return { port, data: path.resolve(values.data), window: !values['no-window'] };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
