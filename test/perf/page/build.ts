/** Bundles the page as the product is bundled, into a folder that a gateway serves. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { inRoot } from '../../../build/setup/paths.mjs';

const peers = ['pouchdb.min.js', 'pouchdb.indexeddb.min.js'];
const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>bench</title>
${peers.map((file) => `<script src="/${file}"></script>`).join('\n')}
<script type="module" src="/bench.js"></script></head><body></body></html>`;

export async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: inRoot('test/perf/page'),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: inRoot('test/perf/page/main.ts'),
        output: { entryFileNames: 'bench.js' },
      },
    },
  });
  for (const file of peers)
    await copyFile(inRoot('node_modules/pouchdb/dist', file), join(folder, file));
  await writeFile(join(folder, 'index.html'), html);
}
