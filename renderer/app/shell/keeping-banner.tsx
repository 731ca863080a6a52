/** What a person must know of this PC's disk, above every screen: in words, and for as long as it is so. */
import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePort } from '../../session/index.ts';
import { keepingNotices } from './keeping-notices.ts';

export function KeepingBanner() {
  const { t } = useTranslation();
  const { keeping } = usePort();
  const state = useSyncExternalStore(keeping.subscribe, keeping.state);
  return keepingNotices(state).map(({ text, tone, values }) => (
    <Alert key={text} banner showIcon type={tone} role="status" title={t(text, values)} />
  ));
}
