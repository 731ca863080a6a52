/** Current password, new one twice, with the rule in sight before anything is typed. */
import { Button, Form, Input, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordRuleRow } from '../../../shared/regulation/password-rule.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { PasswordFault, PasswordField, PasswordInput } from './password-faults.ts';
import { useChangePassword } from './use-change-password.ts';

interface ChangePasswordFormProps {
  readonly onDone: () => void;
  /** The other way out: cancel, or sign out. */
  readonly children: ReactNode;
}

const empty: PasswordInput = { current: '', next: '', repeated: '' };
const inputId = (field: PasswordField) => `password-${field}`;

export function ChangePasswordForm({ onDone, children }: ChangePasswordFormProps) {
  const { t } = useTranslation();
  const { rule, busy, problem, send } = useChangePassword(onDone);
  const [input, setInput] = useState(empty);
  const [faults, setFaults] = useState<ReadonlyMap<PasswordField, PasswordFault>>(new Map());
  const submit = async () => {
    // The fields stay enabled meanwhile: disabling them would take the focus away.
    if (busy) return;
    const found = await send(input);
    setFaults(found);
    const [first] = found.keys();
    if (first !== undefined) document.getElementById(inputId(first))?.focus();
  };
  const field = (name: PasswordField) => (
    <PasswordBox
      name={name}
      rule={rule}
      value={input[name]}
      fault={faults.get(name)}
      onChange={(value) => {
        setInput({ ...input, [name]: value });
        // The red line goes with the first letter that may mend it.
        setFaults(new Map([...faults].filter(([other]) => other !== name)));
      }}
    />
  );
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      {field('current')}
      <RuleNote rule={rule} />
      {field('next')}
      {field('repeated')}
      {problem ? (
        <div style={{ marginBottom: 16 }}>
          <ProblemAlert title={t('password.failedTitle')} problem={problem} />
        </div>
      ) : null}
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('password.submit')}
        </Button>
        {children}
      </Space>
    </Form>
  );
}

interface PasswordBoxProps {
  readonly name: PasswordField;
  readonly rule: PasswordRuleRow;
  readonly value: string;
  readonly fault: PasswordFault | undefined;
  readonly onChange: (value: string) => void;
}

function PasswordBox({ name, rule, value, fault, onChange }: PasswordBoxProps) {
  const { t } = useTranslation();
  const id = inputId(name);
  const note = `${id}-note`;
  return (
    <Form.Item
      label={t(`password.${name}`)}
      htmlFor={id}
      {...(fault === undefined
        ? {}
        : {
            validateStatus: 'error' as const,
            help: (
              <span id={note} role="alert">
                {t(`password.fault.${fault}`, { minLength: rule.value.minLength })}
              </span>
            ),
          })}
    >
      <Input.Password
        id={id}
        autoFocus={name === 'current'}
        autoComplete={name === 'current' ? 'current-password' : 'new-password'}
        maxLength={256}
        value={value}
        aria-invalid={fault !== undefined}
        {...(fault === undefined ? {} : { 'aria-describedby': note })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Form.Item>
  );
}

function RuleNote({ rule }: { rule: PasswordRuleRow }) {
  const { t } = useTranslation();
  return (
    <div className="quiet small" style={{ marginBottom: 12 }}>
      {t('password.rule', { minLength: rule.value.minLength })}
      <br />
      {t('password.source', { source: rule.source })}
    </div>
  );
}
