/**
 * The PC's own settings (userData/settings.json): the centre's address, the token driver, the
 * window's size. No secrets. A damaged file is kept aside and the defaults are used: a clerk must
 * not be locked out by a settings file.
 */
import path from 'node:path';
import { z } from 'zod';
import { durableRename, durableWrite } from '../disk/durable-write.ts';
import { parseJson } from '../disk/parse-json.ts';
import { queue } from '../disk/queue.ts';
import { readIfThere } from '../disk/read-if-there.ts';

export const settingsSchema = z.object({
  serverOrigin: z.string().nullable().default(null),
  /** Path of the PKCS#11 module a person chose; null: look for a known one. */
  tokenModule: z.string().nullable().default(null),
  window: z
    .object({
      width: z.int().min(640).max(16_384),
      height: z.int().min(480).max(16_384),
      maximized: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export interface SettingsStore {
  current(): Settings;
  /** Done when the new settings are on the disk. */
  change(part: Partial<Settings>): Promise<void>;
}

export async function openSettings(folder: string): Promise<SettingsStore> {
  const file = path.join(folder, 'settings.json');
  let settings = await readSettings(file);
  const inTurn = queue();
  return {
    current: () => settings,
    change: (part) => {
      settings = settingsSchema.parse({ ...settings, ...part });
      const text = `${JSON.stringify(settings, undefined, 2)}\n`;
      return inTurn(() => durableWrite(file, text));
    },
  };
}

async function readSettings(file: string): Promise<Settings> {
  const bytes = await readIfThere(file);
  if (bytes === undefined) return settingsSchema.parse({});
  const parsed = settingsSchema.safeParse(parseJson(bytes.toString('utf8')));
  if (parsed.success) return parsed.data;
  await durableRename(file, `${file}.damaged`);
  return settingsSchema.parse({});
}
