/** Has the signature checked at this moment and lists every check with its answer. */
import { CheckOutlined, CloseOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { ApprovalEvidence } from '../../../shared/contract/http.ts';
import { useEvidence } from '../../session/index.ts';
import { checkLines } from './check-lines.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { problemOf } from '../../ui/problem-of.ts';

export function CheckNow({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const query = useEvidence(approval._id, asked);
  const ask = () => {
    if (asked) void query.refetch();
    else setAsked(true);
  };
  return (
    <div className="stack tight" aria-live="polite">
      <div>
        <Button
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={query.isFetching}
          onClick={ask}
        >
          {t(query.data ? 'evidence.checkAgain' : 'evidence.check')}
        </Button>
      </div>
      {query.isError ? (
        <ProblemAlert title={t('evidence.offline')} problem={problemOf(query.error)} />
      ) : null}
      {query.data === null ? <Alert type="info" showIcon title={t('evidence.offline')} /> : null}
      {query.data ? <CheckResult evidence={query.data} /> : null}
    </div>
  );
}

function CheckResult({ evidence }: { evidence: ApprovalEvidence }) {
  const { t } = useTranslation();
  return (
    <Alert
      type={evidence.valid ? 'success' : 'error'}
      showIcon
      title={t(evidence.valid ? 'evidence.valid' : 'evidence.invalidSignature')}
      description={
        <>
          <div className="quiet small">
            {t('evidence.checkedAt', { time: formatInstant(evidence.checkedAtUtc) })}
          </div>
          <ul style={{ margin: '4px 0 8px', padding: 0, listStyle: 'none' }}>
            {checkLines(t, evidence.checks).map((check) => (
              <li key={check.text}>
                {check.ok ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}{' '}
                <span className="strong">{t(check.ok ? 'evidence.pass' : 'evidence.fail')}</span>
                {': '}
                {check.text}
                {check.reason ? ` (${check.reason})` : ''}
              </li>
            ))}
          </ul>
          <Collapse
            size="small"
            items={[
              {
                key: 'manifest',
                label: t('evidence.manifest'),
                children: <pre className="signed-text">{evidence.manifestText}</pre>,
              },
              {
                key: 'signature',
                label: t('evidence.signature'),
                children: <pre className="signed-text">{evidence.signature}</pre>,
              },
            ]}
          />
        </>
      }
    />
  );
}
