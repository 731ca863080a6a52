/** What this PC has sealed does not open, whatever the password: try again, or begin anew beside it. */
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/errors/index.ts';
import { useTerms } from '../i18n/terms.ts';

interface VaultClosedProps {
  readonly problem: Problem;
  readonly busy: boolean;
  readonly onTryAgain: () => void;
  readonly onBeginAnew: () => void;
  readonly onCancel: () => void;
}

export const isVaultClosed = ({ code }: Problem): boolean =>
  code === 'VAULT_DAMAGED' || code === 'VAULT_KEYRING_CLOSED';

export function VaultClosed(props: VaultClosedProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { problem, busy, onTryAgain, onBeginAnew, onCancel } = props;
  const { modal } = App.useApp();
  const ask = () => {
    modal.confirm({
      centered: true,
      title: t('vaultClosed.anewTitle'),
      content: t('vaultClosed.anewText'),
      okText: t('vaultClosed.anewGo'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => {
        onBeginAnew();
      },
    });
  };
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('vaultClosed.title')}
        description={terms.problem(problem)}
        style={{ marginBottom: 16 }}
      />
      <Button type="primary" autoFocus block loading={busy} onClick={onTryAgain}>
        {t('vaultClosed.tryAgain')}
      </Button>
      <div className="toolbar" style={{ marginTop: 12, justifyContent: 'space-between' }}>
        <Button type="link" style={{ padding: 0 }} disabled={busy} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="link" danger style={{ padding: 0 }} disabled={busy} onClick={ask}>
          {t('vaultClosed.anew')}
        </Button>
      </div>
    </>
  );
}
