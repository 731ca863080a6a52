/** Builds and serves the stage: the real application over made-up data, no gateway behind it. */
import react from '@vitejs/plugin-react';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';

export interface StageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<StageServer> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'hoso-stage-'));
  const shared = { configFile: false, root: import.meta.dirname, logLevel: 'error' } as const;
  // Bundled, because a page of a thousand separate modules takes seconds to open.
  await build({
    ...shared,
    base: './',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 10_000 },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the stage has no address');
  return {
    url,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
