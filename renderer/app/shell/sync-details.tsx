/** Figures behind the sync state, and trying now. */
import { Alert, Button, Space } from 'antd';
import { useEffect, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SyncPhase, SyncState } from '../../data/port/data-port.ts';
import { usePort, useSession, useWaitingScans } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { formatClockError, formatCount } from './sync-words.ts';

interface SyncDetailsProps {
  readonly state: SyncState;
  readonly box: RefObject<HTMLDivElement | null>;
  /** The person goes elsewhere: by a button, or with the keyboard past the last one. */
  readonly onLeave: () => void;
  readonly onEscape: () => void;
}

export function SyncDetails({ state, box, onLeave, onEscape }: SyncDetailsProps) {
  const { t } = useTranslation();
  useEffect(() => {
    // The button that was pressed is gone with the state that it ended.
    if (document.activeElement === document.body) box.current?.focus();
  }, [box, state.phase]);
  const port = usePort();
  const local = port.place === 'local';
  const unsent = useWaitingScans();
  const lines = [
    ...(local
      ? [
          [t('sync.waiting'), String(state.waiting)],
          ...(unsent > 0 ? [[t('scans.unsent'), String(unsent)]] : []),
          [t('sync.refusedCount'), String(state.refused)],
        ]
      : []),
    [
      t('sync.lastContact'),
      state.lastContactUtc ? formatInstant(state.lastContactUtc) : t('sync.never'),
    ],
    ...(state.phase === 'pulling' ? [[t('sync.received'), formatCount(state.received)]] : []),
    ...(state.progress ? [[t('sync.progressLabel'), progressText(state.progress)]] : []),
  ];
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) onLeave();
  };
  return (
    // Keys of the whole dialogue; its buttons have the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      ref={box}
      role="dialog"
      aria-label={t('sync.detailsTitle')}
      tabIndex={-1}
      style={{ width: 340 }}
      onKeyDown={escape}
      onBlur={leave}
    >
      <dl style={{ margin: 0 }}>
        {lines.map(([label, value]) => (
          <div key={label} style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
            <dt className="quiet">{label}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">{t(local ? 'sync.safeLocal' : 'sync.safeRemote')}</p>
      {state.phase === 'paused' ? <p className="small">{t('sync.pausedAdvice')}</p> : null}
      {state.clockErrorMs === 0 ? null : <ClockNotice errorMs={state.clockErrorMs} />}
      {state.problem ? (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert problem={state.problem} />
        </div>
      ) : null}
      <SyncActions state={state} onLeave={onLeave} />
    </div>
  );
}

const progressText = ({ done, of }: { readonly done: number; readonly of: number }) =>
  `${formatCount(done)} / ${formatCount(of)}`;

function ClockNotice({ errorMs }: { errorMs: number }) {
  const { t } = useTranslation();
  const by = formatClockError(t, errorMs);
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={t(errorMs > 0 ? 'sync.clockAhead' : 'sync.clockBehind', { by })}
      description={t('sync.clockAdvice')}
    />
  );
}

/** Only an exchange that is under way, or tries to be, can be paused. */
const pausable: readonly SyncPhase[] = [
  'offline',
  'portal',
  'centreTrouble',
  'connecting',
  'pulling',
  'pushing',
  'error',
];

function SyncActions({ state, onLeave }: { state: SyncState; onLeave: () => void }) {
  const { t } = useTranslation();
  const { sync, place, courier } = usePort();
  const { leave } = useSession();
  const navigate = useNavigate();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    // A failed try shows in the state itself, which is on screen.
    await sync.syncNow().catch(() => undefined);
    setTrying(false);
  };
  const open = (path: string) => {
    onLeave();
    void navigate(path);
  };
  return (
    <Space wrap>
      {state.phase === 'signInNeeded' ? (
        <Button type="primary" onClick={() => void leave('expired')}>
          {t('sync.signInAgain')}
        </Button>
      ) : (
        <Button type="primary" loading={trying} onClick={() => void tryNow()}>
          {t(state.phase === 'paused' ? 'sync.resume' : 'sync.now')}
        </Button>
      )}
      {place === 'local' && pausable.includes(state.phase) ? (
        <Button
          onClick={() => {
            sync.pause();
          }}
        >
          {t('sync.pause')}
        </Button>
      ) : null}
      {place === 'local' ? (
        <Button onClick={() => open('/at-risk')}>{t('sync.openAtRisk')}</Button>
      ) : null}
      {courier && state.phase !== 'live' ? (
        <Button onClick={() => open('/courier')}>{t('courier.openPage')}</Button>
      ) : null}
      {state.refused > 0 ? (
        <Button onClick={() => open('/refused')}>{t('sync.openRefused')}</Button>
      ) : null}
    </Space>
  );
}
