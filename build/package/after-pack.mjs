// electron-builder's afterPack: takes out what belongs to a runtime for developing, not to a packaged program.
import fs from 'node:fs/promises';
import path from 'node:path';

const developing = ['resources/default_app.asar', '.ok'];

/** @param {{ appOutDir: string }} context */
export default async function afterPack({ appOutDir }) {
  for (const file of developing) await fs.rm(path.join(appOutDir, file), { force: true });
}
