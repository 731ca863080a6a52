/** Ties a form on the screen to its keeper. */
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import type { UnfinishedForm } from '../../data/port/unfinished.ts';
import { beforeLeaving, usePort } from '../../session/index.ts';
import { changedPaths, patchOf } from './form-content.ts';
import { formKeeper, type FormKeeper } from './form-keeper.ts';

interface KeepInput {
  readonly formKey: string;
  readonly base: JsonObject | undefined;
  /** What a form holds in which nobody has typed. */
  readonly fresh: JsonObject;
  readonly content: JsonObject;
  readonly above: UnfinishedForm['above'];
  readonly seenVersion: number | null;
  readonly evidence: readonly Evidence[];
}

export function useKeepForm(input: KeepInput): FormKeeper {
  const { formKey, base, fresh, content, above, seenVersion, evidence } = input;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { unfinished } = usePort();
  const [keeper] = useState(() =>
    formKeeper({
      forms: unfinished,
      key: formKey,
      kept: changedPaths(fresh, content).length > 0,
      nowUtc: () => new Date().toISOString(),
      onError: () => void message.warning(t('unfinished.notKept')),
    }),
  );
  useEffect(() => {
    const untouched = changedPaths(fresh, content).length === 0;
    const patch = patchOf(base, content);
    keeper.stands(untouched ? null : { patch, above, seenVersion, evidence });
  }, [keeper, base, fresh, content, above, seenVersion, evidence]);
  useEffect(() => {
    const forget = beforeLeaving(keeper.flush);
    return () => {
      forget();
      void keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
