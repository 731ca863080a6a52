/** What can become of a browser's database on the disk between two starts. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const spoilDatabase = {
  'folder removed': (database: string) => rm(database, { recursive: true }),
  'all files overwritten with garbage': async (database: string) => {
    for (const name of await readdir(database)) {
      const file = join(database, name);
      if ((await stat(file)).isFile()) await writeFile(file, Buffer.alloc(5_000, 'rác'));
    }
  },
  'data blocks spoiled': async (database: string) => {
    for (const name of await readdir(database)) {
      if (!/\.(ldb|log)$/.test(name)) continue;
      const bytes = await readFile(join(database, name));
      for (let at = 64; at < bytes.length; at += 200) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      await writeFile(join(database, name), bytes);
    }
  },
} as const satisfies Record<string, (database: string) => Promise<void>>;
