/** The way to a signature: token, certificate, PIN window, outcome. Each state says what is safe. */
import { Alert, Button, Modal, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount, useUnitNames } from '../../session/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { periodName } from '../evidence/index.ts';
import { CertificateList } from './certificate-list.tsx';
import { choicesOf, obviousChoice, type CertificateChoice } from './certificate-state.ts';
import { DoneDialog } from './done-dialog.tsx';
import { useApprove, type ApproveInput } from './use-approve.ts';
import { useTokens, type TokensState } from './use-tokens.ts';

interface SignDialogProps extends ApproveInput {
  readonly onClose: (done: boolean) => void;
}

export function SignDialog({ onClose, ...input }: SignDialogProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const { certificates } = useAccount();
  const tokens = useTokens(input.signing);
  const { state, approve } = useApprove(input);
  const [picked, setPicked] = useState<string | null>(null);
  const count = input.changes.length;
  const choices =
    tokens.state.at === 'read'
      ? choicesOf(tokens.state.reading, certificates, new Date().toISOString())
      : [];
  const choice = picked
    ? choices.find((one) => keyOf(one) === picked && one.fault === null)
    : obviousChoice(choices);
  const busy = state.at === 'signing';
  const close = () => {
    if (!busy) onClose(state.at === 'done');
  };
  if (state.at === 'done') return <DoneDialog approval={state.approval} onClose={close} />;
  return (
    <Modal
      open
      width={620}
      style={{ top: 40 }}
      title={t('approve.dialogTitle', { count })}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="retry" disabled={busy} onClick={tokens.read}>
          {t('common.retry')}
        </Button>,
        <Button key="cancel" disabled={busy} onClick={close}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="sign"
          type="primary"
          loading={busy}
          disabled={!choice}
          onClick={() => {
            if (choice) void approve(choice);
          }}
        >
          {t('approve.confirm')}
        </Button>,
      ]}
    >
      <div className="stack">
        <div>
          {t('approve.dialogIntro', {
            count,
            unit: unitName(input.unit),
            period: periodName(input.period),
          })}
        </div>
        {state.at === 'failed' ? (
          <ProblemAlert title={t('approve.failedTitle')} problem={state.problem}>
            {t('approve.nothingSigned')}
          </ProblemAlert>
        ) : null}
        {busy ? (
          <Alert
            type="info"
            showIcon
            icon={<Spin size="small" />}
            title={t('approve.signing')}
            description={t('approve.signingHint')}
          />
        ) : (
          <TokenStep
            state={tokens.state}
            choices={choices}
            chosen={choice}
            onChoose={(one) => {
              setPicked(keyOf(one));
            }}
          />
        )}
      </div>
    </Modal>
  );
}

const keyOf = ({ token, certificate }: CertificateChoice) =>
  `${token.serial}/${certificate.sha256}`;

interface TokenStepProps {
  readonly state: TokensState;
  readonly choices: readonly CertificateChoice[];
  readonly chosen: CertificateChoice | undefined;
  readonly onChoose: (choice: CertificateChoice) => void;
}

function TokenStep({ state, choices, chosen, onChoose }: TokenStepProps) {
  const { t } = useTranslation();
  switch (state.at) {
    case 'reading':
      return (
        <div role="status">
          <Spin size="small" /> {t('approve.readingTokens')}
        </div>
      );
    case 'problem':
      return state.problem.code === 'TOKEN_ABSENT' ? (
        <NoToken />
      ) : (
        <ProblemAlert title={t('approve.tokensProblem')} problem={state.problem} />
      );
    case 'read':
      return state.reading.tokens.length === 0 ? (
        <NoToken />
      ) : (
        <CertificateList
          tokens={state.reading.tokens}
          choices={choices}
          chosen={chosen}
          onChoose={onChoose}
        />
      );
  }
}

function NoToken() {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('approve.noTokenTitle')}
      description={t('approve.noTokenText')}
    />
  );
}
