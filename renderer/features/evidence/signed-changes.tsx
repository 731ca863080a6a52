/** The changes under one signature and what became of each. */
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Approval, ApprovalOutcome } from '../../../shared/approval/approval.ts';
import { useChanges } from '../../session/index.ts';
import { ChangeSummary } from '../change/index.ts';

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
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'changes',
          label: t('evidence.signedChanges', { count: approval.manifest.changes.length }),
          // Mounted when opened: only then are the changes asked for.
          children: <SignedList approval={approval} />,
        },
      ]}
    />
  );
}

function SignedList({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const changes = useChanges({ unit: approval.unit });
  const byId = new Map((changes.data ?? []).map((change) => [change._id, change]));
  const results = new Map(approval.outcome?.results.map((result) => [result.change, result]));
  return (
    <ul className="signed-list">
      {approval.manifest.changes.map(({ id, sha256 }) => {
        const change = byId.get(id);
        return (
          <li key={id}>
            {change ? (
              <>
                <Link to={`/dossiers/${change.dossier}`}>{change.personName}</Link>
                {' · '}
                <ChangeSummary change={change} />
                {' · '}
              </>
            ) : null}
            {resultText(t, results.get(id))}
            <div className="quiet small break-anywhere">
              {id.replace('change:', '')} · SHA-256 {sha256}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
