/** The always visible sync state: icon and words, details on demand. */
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Button, Popover, Tag } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePort, useSync } from '../../session/index.ts';
import { SyncDetails } from './sync-details.tsx';
import { syncWords, type SyncTone } from './sync-words.ts';

const icons: Readonly<Record<SyncTone, ReactNode>> = {
  settled: <CheckCircleOutlined aria-hidden />,
  busy: <SyncOutlined spin aria-hidden />,
  offline: <DisconnectOutlined aria-hidden />,
  attention: <ExclamationCircleOutlined aria-hidden />,
};
const colours: Readonly<Record<SyncTone, string>> = {
  settled: '#1d7044',
  busy: '#1b4f82',
  offline: '#9a5b00',
  attention: '#b3261e',
};

export function SyncStatus() {
  const { t } = useTranslation();
  const { place } = usePort();
  const state = useSync();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const details = useRef<HTMLDivElement>(null);
  const words = syncWords(t, state, place);
  const close = () => {
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      // It stands at the end of the page: without this the keyboard would have to pass through everything.
      afterOpenChange={(shown) => {
        if (shown) details.current?.focus();
      }}
      title={t('sync.detailsTitle')}
      content={
        <SyncDetails
          state={state}
          box={details}
          onLeave={close}
          onEscape={() => {
            close();
            trigger.current?.focus();
          }}
        />
      }
    >
      <Button
        ref={trigger}
        type="text"
        icon={icons[words.tone]}
        style={{ color: colours[words.tone] }}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={t('sync.label')}
      >
        <span role="status" data-testid="sync-status">
          {words.text}
        </span>
        {state.clockErrorMs === 0 ? null : (
          <Tag
            icon={<ClockCircleOutlined aria-hidden />}
            color="warning"
            style={{ marginInlineStart: 8 }}
          >
            {t('sync.clockMark')}
          </Tag>
        )}
        {state.refused > 0 ? (
          <Tag icon={<StopOutlined aria-hidden />} color="error" style={{ marginInlineStart: 8 }}>
            {t('sync.refused', { count: state.refused })}
          </Tag>
        ) : null}
      </Button>
    </Popover>
  );
}
