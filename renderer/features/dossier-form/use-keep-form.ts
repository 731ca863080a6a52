/** Ties a form on the screen to its keeper. */
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../shared/canonical/json.ts';
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
}

export function useKeepForm({ formKey, base, fresh, content, above }: KeepInput): FormKeeper {
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
    keeper.stands(untouched ? null : { patch: patchOf(base, content), above });
  }, [keeper, base, fresh, content, above]);
  useEffect(() => {
    const forget = beforeLeaving(keeper.flush);
    return () => {
      forget();
      void keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
