/** Lets in who is signed in; shows the way in to everyone else. */
import { Flex, Spin } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { done, type Problem } from '../../shared/errors/index.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { problemOf } from '../ui/problem-of.ts';
import type { Door, DoorInfo, OpenSession } from './door.ts';
import { IssuedPasswordScreen } from './password/issued-password-screen.tsx';
import { SessionContext, type SessionValue } from './session-context.ts';
import { SignInScreen } from './sign-in-screen.tsx';

type Leaving = Parameters<SessionValue['leave']>[0];

type GateState =
  | { readonly at: 'starting' }
  | { readonly at: 'broken'; readonly problem: Problem }
  | { readonly at: 'outside'; readonly info: DoorInfo; readonly left: Leaving | null }
  | { readonly at: 'inside'; readonly info: DoorInfo; readonly session: OpenSession };

async function firstState(door: Door): Promise<GateState> {
  const info = await door.info();
  if (!info.ok) return { at: 'broken', problem: info.problem };
  const session = await door.resume();
  // On a PC signing out loads the page anew: the next person begins at the beginning, who was locked out
  // goes on where they were. A browser's link leads to its place after signing in.
  const isOver = door.place === 'desktop' && info.value.left === null;
  if (!session && isOver) window.location.hash = '';
  return session
    ? { at: 'inside', info: info.value, session }
    : { at: 'outside', info: info.value, left: null };
}

function useGate(door: Door) {
  const [state, setState] = useState<GateState>({ at: 'starting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const settle = (next: GateState) => {
      if (wanted) setState(next);
    };
    firstState(door).then(settle, (thrown: unknown) => {
      settle({ at: 'broken', problem: problemOf(thrown) });
    });
    return () => {
      wanted = false;
    };
  }, [door, attempt]);
  const start = () => {
    setState({ at: 'starting' });
    setAttempt((count) => count + 1);
  };
  return { state, setState, start };
}

function useSessionValue(
  door: Door,
  state: GateState,
  setState: (next: GateState) => void,
): SessionValue | null {
  return useMemo<SessionValue | null>(() => {
    if (state.at !== 'inside') return null;
    return {
      session: state.session,
      door,
      version: state.info.version,
      changePassword: async (passwords) => {
        const changed = await door.changePassword(state.session, passwords);
        if (!changed.ok) return changed;
        setState({ ...state, session: changed.value });
        return done(null);
      },
      leave: async (why) => {
        await door.signOut(state.session, why);
        const info = await door.info();
        setState({
          at: 'outside',
          info: info.ok ? info.value : state.info,
          left: why,
        });
      },
    };
  }, [state, door, setState]);
}

export function SessionGate({ door, children }: { door: Door; children: ReactNode }) {
  const { t } = useTranslation();
  const { state, setState, start } = useGate(door);
  const value = useSessionValue(door, state, setState);
  switch (state.at) {
    case 'starting':
      return (
        <Flex align="center" justify="center" style={{ height: '100%' }} role="status">
          <Spin description={t('session.opening')} size="large">
            <div style={{ width: 240, height: 120 }} />
          </Spin>
        </Flex>
      );
    case 'broken':
      return (
        <div className="sign-in">
          <ProblemAlert title={t('session.infoFailed')} problem={state.problem} onRetry={start} />
        </div>
      );
    case 'outside':
      return (
        <SignInScreen
          door={door}
          info={state.info}
          expired={state.left === 'expired' || state.info.left?.why === 'expired'}
          onInfo={(info) => {
            setState({ at: 'outside', info, left: null });
          }}
          onOpen={(session) => {
            const { account } = session.account;
            const { left } = state.info;
            const another = left !== null && left.account !== account;
            if (state.left === 'signedOut' || another) window.location.hash = '';
            setState({ at: 'inside', info: state.info, session });
          }}
        />
      );
    case 'inside':
      return (
        <SessionContext value={value}>
          {state.session.account.mustChangePassword ? <IssuedPasswordScreen /> : children}
        </SessionContext>
      );
  }
}
