// The official Electron binary, fetched by the `electron` package's own installer (it checks the SHA-256).
// Whether its host answers is asked first, for a few seconds only, and a refusal is remembered for a week:
// a machine behind a closed line must not wait at every start.
import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheDir, inRoot, localNode } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

const probeMs = 8_000;
const downloadMs = 15 * 60_000;
const rememberMs = 7 * 24 * 3600_000;

/**
 * @param {string} version
 * @returns {Promise<string | undefined>} why it could not be fetched; nothing when it was
 */
export async function downloadOfficial(version) {
  const memory = path.join(cacheDir, `electron-${version}-unreachable`);
  const remembered = await fs.stat(memory).catch(() => undefined);
  const forced = process.env.HOSO_ELECTRON === 'official';
  if (!forced && remembered && Date.now() - remembered.mtimeMs < rememberMs) {
    return `not reachable on ${remembered.mtime.toISOString()} (remembered in ${memory})`;
  }
  const refused = (await hostRefuses(version)) ?? (await install());
  if (refused) {
    await fs.mkdir(cacheDir, { recursive: true });
    await fs.writeFile(memory, `${refused}\n`);
  }
  return refused;
}

async function install() {
  const script = inRoot('node_modules', 'electron', 'install.js');
  const { code, output, timedOut } = await run(localNode, [script], { timeoutMs: downloadMs });
  if (code === 0) return undefined;
  return timedOut ? `the download took over ${downloadMs / 60_000} minutes` : output;
}

/** @param {string} version */
async function hostRefuses(version) {
  const { env } = process;
  const ownWay = [
    env.ELECTRON_MIRROR,
    env.npm_config_electron_mirror,
    env.HTTPS_PROXY,
    env.https_proxy,
  ];
  // A mirror or proxy is the person's word that there is a way; the installer knows how to take it.
  if (ownWay.some(Boolean)) return undefined;
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok ? undefined : `${address} answered ${answer.status}`;
  } catch (error) {
    // fetch says only "fetch failed"; its cause says why.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${address}: ${String(cause)}`;
  }
}
