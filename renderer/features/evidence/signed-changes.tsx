/** The changes under one signature and what became of each. */
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Approval, ApprovalOutcome } from '../../../shared/approval/approval.ts';

type ResultRow = ApprovalOutcome['results'][number];

function resultText(t: TFunction, result: ResultRow | undefined): string {
  switch (result?.outcome) {
    case undefined:
      return '';
    case 'applied':
      return t('evidence.applied', { version: result.dossierVersion ?? '' });
    case 'already':
      return t('evidence.already');
    case 'conflicted':
      return t('evidence.conflicted');
    case 'invalid':
      return t('evidence.invalid', { reason: result.reason ?? '' });
  }
}

export function SignedChanges({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const results = new Map(approval.outcome?.results.map((result) => [result.change, result]));
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'changes',
          label: t('evidence.signedChanges', { count: approval.manifest.changes.length }),
          children: (
            <ul
              style={{ margin: 0, padding: 0, listStyle: 'none', maxHeight: 260, overflow: 'auto' }}
            >
              {approval.manifest.changes.map(({ id, sha256 }) => (
                <li key={id} style={{ padding: '3px 0' }}>
                  <span className="number">{id.replace('change:', '')}</span>{' '}
                  {resultText(t, results.get(id))}
                  <div className="quiet small break-anywhere">SHA-256 {sha256}</div>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
