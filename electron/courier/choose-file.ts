/**
 * Where a bundle goes and where an answer lies is chosen by a person in the system's own dialogue, never by the
 * page. One dialogue at a time: a page cannot heap them up.
 */
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { answerEnding, bundleEnding } from '../../shared/courier/file-names.ts';

export interface ChooseFile {
  /** Null: the person wants it no more. */
  readonly toWrite: (suggestedName: string) => Promise<string | null>;
  readonly toRead: () => Promise<string | null>;
}

/** A name that was typed without the ending gets it: the centre's people look for it. */
const withEnding = (file: string): string =>
  path.extname(file) === `.${bundleEnding}` ? file : `${file}.${bundleEnding}`;

export function chooseFile(window: () => BrowserWindow | null): ChooseFile {
  let open = false;
  async function once(ask: () => Promise<string | null>): Promise<string | null> {
    if (open) return null;
    open = true;
    try {
      return await ask();
    } finally {
      open = false;
    }
  }
  return {
    toWrite: (suggestedName) =>
      once(async () => {
        const options = {
          title: 'Lưu gói gửi trung tâm vào USB',
          buttonLabel: 'Lưu gói',
          defaultPath: suggestedName,
          filters: [{ name: 'Gói gửi trung tâm', extensions: [bundleEnding] }],
        };
        const over = window();
        const asked = over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options);
        const { canceled, filePath } = await asked;
        return canceled || filePath === '' ? null : withEnding(filePath);
      }),
    toRead: () =>
      once(async () => {
        const options = {
          title: 'Chọn gói trả lời của trung tâm',
          buttonLabel: 'Nhận gói',
          properties: ['openFile' as const],
          filters: [
            { name: 'Gói trả lời', extensions: [answerEnding] },
            { name: 'Mọi tệp', extensions: ['*'] },
          ],
        };
        const over = window();
        const asked = over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options);
        const { canceled, filePaths } = await asked;
        return canceled ? null : (filePaths[0] ?? null);
      }),
  };
}
