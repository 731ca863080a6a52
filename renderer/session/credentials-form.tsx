/** User and password, and what to do when they do not open the door. */
import { Alert, Button, Form, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/errors/index.ts';
import { useTerms } from '../i18n/terms.ts';
import { problemOf } from '../ui/problem-of.ts';
import type { Door, DoorInfo, OldPassword, OpenSession } from './door.ts';
import { OldPasswordForm } from './old-password.tsx';
import { isVaultClosed, VaultClosed } from './vault-closed.tsx';
import { KnownAccounts } from './known-accounts.tsx';

interface CredentialsFormProps {
  readonly door: Door;
  readonly info: DoorInfo;
  readonly onOpen: (session: OpenSession) => void;
  readonly onChangeServer: () => void;
}

interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The account whose time to open without a line is over, as far as this page knows. */
const endedLeaseOf = ({ left }: DoorInfo): string | null =>
  left?.leaseDaysLeft === 0 ? left.account : null;

function useSignIn(door: Door, onOpen: (session: OpenSession) => void, info: DoorInfo) {
  const [needsLine, setNeedsLine] = useState(() => endedLeaseOf(info));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async ({ user, password }: Credentials, old?: OldPassword) => {
    setBusy(true);
    try {
      const account = user.trim().toLowerCase();
      const result = await door.signIn(account, password, old);
      if (result.ok) onOpen(result.value);
      else {
        setProblem(result.problem);
        if (result.problem.code === 'VAULT_LEASE_ENDED') setNeedsLine(account);
      }
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const forget = () => {
    setProblem(null);
  };
  return { problem, busy, needsLine, signIn, forget };
}

export function CredentialsForm({ door, info, onOpen, onChangeServer }: CredentialsFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const known = info.left?.account;
  const [capsLock, setCapsLock] = useState(false);
  const { problem, busy, needsLine, signIn, forget } = useSignIn(door, onOpen, info);
  const [asked, setAsked] = useState<Credentials | null>(null);
  const noteCapsLock = (event: KeyboardEvent) => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  if (asked && problem && needsOldPassword(problem)) {
    return (
      <OldPasswordForm
        wrong={problem.code === 'VAULT_OLD_PASSWORD_WRONG'}
        busy={busy}
        onGo={(old) => void signIn(asked, old)}
        onCancel={forget}
      />
    );
  }
  if (asked && problem && isVaultClosed(problem)) {
    return (
      <VaultClosed
        problem={problem}
        busy={busy}
        onTryAgain={() => void signIn(asked)}
        onBeginAnew={() => void signIn(asked, { withoutOld: true })}
        onCancel={forget}
      />
    );
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={busy}
      initialValues={{ user: known ?? '', password: '' }}
      onFinish={(values) => {
        forget();
        setAsked(values);
        void signIn(values);
      }}
    >
      {problem ? <SignInProblem problem={problem} info={info} needsLine={needsLine} /> : null}
      <Form.Item
        name="user"
        label={t('session.user')}
        rules={[{ required: true, whitespace: true, message: t('session.userRequired') }]}
      >
        <Input autoFocus={known === undefined} autoComplete="username" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        extra={capsLock ? t('session.capsLock') : undefined}
        rules={[{ required: true, message: t('session.passwordRequired') }]}
      >
        <Input.Password
          autoFocus={known !== undefined}
          autoComplete="current-password"
          onKeyUp={noteCapsLock}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('session.submit')}
      </Button>
      <KnownAccounts
        accounts={info.knownAccounts}
        needsLine={needsLine}
        onChoose={(user) => {
          form.setFieldsValue({ user });
          form.focusField('password');
        }}
      />
      {info.place === 'desktop' && info.serverUrl !== null ? (
        <p className="quiet small" style={{ margin: '16px 0 0' }}>
          {t('session.server', { url: info.serverUrl })}{' '}
          <Button type="link" size="small" style={{ padding: 0 }} onClick={onChangeServer}>
            {t('session.changeServer')}
          </Button>
        </p>
      ) : null}
    </Form>
  );
}

const needsOldPassword = ({ code }: Problem): boolean =>
  code === 'VAULT_OLD_PASSWORD_NEEDED' || code === 'VAULT_OLD_PASSWORD_WRONG';

interface SignInProblemProps {
  readonly problem: Problem;
  readonly info: DoorInfo;
  readonly needsLine: string | null;
}

/** No line is not the end on a PC: accounts known here still open. */
function useAdvice({ problem, info, needsLine }: SignInProblemProps): string | null {
  const { t } = useTranslation();
  const noLine = problem.code === 'SERVER_UNREACHABLE';
  if (!noLine && problem.code !== 'VAULT_MISSING') return null;
  if (info.place === 'browser') return t('session.unreachableBrowser');
  const names = info.knownAccounts
    .flatMap(({ account }) => (account === needsLine ? [] : [account]))
    .join(', ');
  if (names) return t('session.unreachableKnown', { names });
  if (info.knownAccounts.length > 0) return t('session.unreachableEnded');
  return noLine ? t('session.unreachableUnknown') : null;
}

function SignInProblem(props: SignInProblemProps) {
  const { problem } = props;
  const { t } = useTranslation();
  const terms = useTerms();
  const advice = useAdvice(props);
  const noLine = problem.code === 'SERVER_UNREACHABLE';
  return (
    <Alert
      type="error"
      showIcon
      title={t(noLine ? 'session.unreachableTitle' : 'session.failedTitle')}
      description={
        <>
          {noLine ? null : <div>{terms.problem(problem)}</div>}
          {advice ? <div>{advice}</div> : null}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
