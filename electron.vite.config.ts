// The bundles: out/main (main process, signing worker), out/preload, out/renderer.
//
// Targets are explicit: electron-vite would take them from the `electron` package's version, but the same
// bundles must also run on the test runtime, Electron 33 (Node 20, Chrome 130).
// package.json says "type": "module", so what Electron loads as CommonJS is called .cjs.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything else is bundled, so that a package's node_modules holds native addons only.
const external = ['electron', 'pkcs11js', '@node-rs/argon2'];
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: 'electron/main/index.ts', 'signing-worker': 'electron/signing/worker.ts' },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      // A sandboxed preload cannot require its neighbours: each is one file.
      isolatedEntries: true,
      rollupOptions: {
        external: ['electron'],
        input: { index: 'electron/preload/index.ts', pin: 'electron/preload/pin.ts' },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: 'renderer',
    // The same pages are opened as app://bundle/ by Electron and over HTTP from the server.
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: 'out/renderer',
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'renderer/index.html', pin: 'renderer/pin.html' } },
    },
  },
});
