/** Nothing opens with a password that somebody else chose: it is changed first, or one leaves. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session-context.ts';
import { ChangePasswordForm } from './change-password-form.tsx';

/** The gate takes this screen away once the account's password is its own. */
const nothing = () => undefined;

export function IssuedPasswordScreen() {
  const { t } = useTranslation();
  const { session, leave } = useSession();
  const { account, name } = session.account;
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="quiet" style={{ margin: 0 }}>
          {name} ({account})
        </p>
        <h1 style={{ fontSize: 20, marginBottom: 8 }}>{t('password.issuedTitle')}</h1>
        <p style={{ marginTop: 0 }}>{t('password.issuedText')}</p>
        <ChangePasswordForm onDone={nothing}>
          <Button onClick={() => void leave('signedOut')}>{t('account.signOut')}</Button>
        </ChangePasswordForm>
      </div>
    </main>
  );
}
