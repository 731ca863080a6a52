// A .deb out of the program folder by dpkg-deb alone: electron-builder's own way needs a tool from GitHub.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { inRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { programFolder } from './folder.ts';

const name = 'hoso';
const depends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libsecret-1-0',
];
const recommends = ['pcscd', 'opensc-pkcs11'];

const manifest = z.object({
  version: z.string(),
  description: z.string(),
  author: z.string(),
  productName: z.string(),
});

export async function makeDeb(): Promise<string> {
  const about = manifest.parse(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')));
  const tree = inRoot('release', 'deb-root');
  const deb = inRoot('release', `${name}_${about.version}_amd64.deb`);
  layOut(tree, about);
  try {
    // Fast: a package for a few hundred offices is not worth minutes of xz.
    const args = ['--root-owner-group', '-Zzstd', '-z3', '--build', tree, deb];
    const { code, output } = await run('dpkg-deb', args, { timeoutMs: 5 * 60_000 });
    if (code !== 0) {
      throw new SetupError({
        vi: 'dpkg-deb không đóng gói được.',
        en: 'dpkg-deb failed.',
        output,
      });
    }
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
  return `${path.basename(deb)}, ${Math.round(statSync(deb).size / 1e6)} MB`;
}

function layOut(tree: string, about: z.infer<typeof manifest>): void {
  const opt = path.join(tree, 'opt', name);
  const menu = path.join(tree, 'usr', 'share', 'applications');
  rmSync(tree, { recursive: true, force: true });
  for (const folder of [path.join(tree, 'DEBIAN'), menu]) mkdirSync(folder, { recursive: true });
  cpSync(programFolder, opt, { recursive: true, verbatimSymlinks: true });
  // Chromium's sandbox where the kernel allows no user namespaces.
  chmodSync(path.join(opt, 'chrome-sandbox'), 0o4755);
  writeFileSync(path.join(tree, 'DEBIAN', 'control'), controlFile(about, kilobytes(opt)));
  writeFileSync(path.join(menu, `${name}.desktop`), desktopFile(about.productName));
}

function controlFile(about: z.infer<typeof manifest>, installedKb: number): string {
  return `Package: ${name}
Version: ${about.version}
Architecture: amd64
Maintainer: ${about.author}
Installed-Size: ${installedKb}
Section: utils
Priority: optional
Depends: ${depends.join(', ')}
Recommends: ${recommends.join(', ')}
Description: ${about.description}
`;
}

function desktopFile(productName: string): string {
  return `[Desktop Entry]
Type=Application
Name=${productName}
Exec=/opt/${name}/${name} %U
Terminal=false
Categories=Office;
StartupWMClass=${name}
`;
}

function kilobytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size)
    .reduce((sum, size) => sum + Math.ceil(size / 1024), 0);
}
