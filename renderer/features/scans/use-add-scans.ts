/** Adding files to a list of scans, one after the other; what was not taken is said file by file. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { problem, type Problem } from '../../../shared/errors/index.ts';
import { scanLimitOn } from '../../../shared/regulation/scan-limit.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

export interface NotAdded {
  readonly name: string;
  readonly problem: Problem | null;
}

export interface AddScans {
  readonly busy: boolean;
  readonly notAdded: readonly NotAdded[];
  readonly add: (files: readonly File[]) => Promise<void>;
}

/** Control characters in a name would disturb whoever reads the list; a name has at most 200 characters. */
const shownName = (name: string): string =>
  name
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(-200);

export function useAddScans(
  evidence: readonly Evidence[],
  onChange: (evidence: readonly Evidence[]) => void,
): AddScans {
  const { t } = useTranslation();
  const { scans } = usePort();
  const [busy, setBusy] = useState(false);
  const [notAdded, setNotAdded] = useState<readonly NotAdded[]>([]);

  async function addOne(file: File, list: readonly Evidence[]): Promise<Evidence | NotAdded> {
    const limits = scanLimitOn(civilDateInVietnam(new Date().toISOString()));
    // A pasted picture is called "image.png" whatever it is.
    const pasted = file.name === 'image.png' || file.name === '';
    const name = pasted
      ? t('scans.pasted', { number: list.length + 1 })
      : shownName(file.name) || t('scans.unnamed');
    if (list.length >= limits.mostOfChange)
      return { name, problem: problem('SCAN_TOO_MANY', { most: limits.mostOfChange }) };
    // Not even read: it would only fill the memory.
    if (file.size > limits.mostBytes)
      return {
        name,
        problem: problem('SCAN_TOO_LARGE', { mostMegabytes: limits.mostBytes >> 20 }),
      };
    try {
      const added = await scans.add(name, new Uint8Array(await file.arrayBuffer()));
      if (!added.ok) return { name, problem: added.problem };
      const known = list.some(({ sha256 }) => sha256 === added.value.sha256);
      return known ? { name, problem: null } : added.value;
    } catch (thrown) {
      return { name, problem: problemOf(thrown) };
    }
  }

  return {
    busy,
    notAdded,
    add: async (files) => {
      setBusy(true);
      const list = [...evidence];
      const left: NotAdded[] = [];
      for (const file of files) {
        const added = await addOne(file, list);
        if ('sha256' in added) list.push(added);
        else left.push(added);
      }
      setBusy(false);
      setNotAdded(left);
      if (list.length > evidence.length) onChange(list);
    },
  };
}
