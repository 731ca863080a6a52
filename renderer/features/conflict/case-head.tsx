/** What a case is about: whose change, since when, who decides, and how it ended if it did. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { findTransition } from '../../../shared/change/transitions.ts';
import { useAccount } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { StateTag } from '../change/index.ts';
import { AssignDialog } from './assign-dialog.tsx';

export function CaseHead({ found, open }: { found: ConflictCase; open: boolean }) {
  const { t } = useTranslation();
  const account = useAccount();
  const [asking, setAsking] = useState(false);
  const { change, assignee } = found;
  const mayHandOn =
    open && findTransition(account, change, change.state, 'conflicted', t('conflict.reason')).ok;
  const isMine = assignee?.account === account.account;
  return (
    <section className="panel stack tight">
      <div className="toolbar">
        <StateTag state={change.state} />
        <Link to={`/dossiers/${change.dossier}`}>{t('conflict.openDossier')}</Link>
        <span className="quiet">
          {t('conflict.metAt', { time: formatInstant(found.sinceUtc) })} · {t('change.authoredBy')}:{' '}
          {change.author.name} · {t('change.authoredAt')} {formatInstant(change.authoredAtUtc)} ·{' '}
          {t('change.clockFrom')}: {formatPartialDate(change.clockFrom)}
        </span>
      </div>
      <div className="toolbar">
        <span>
          {t('conflict.assignee')}:{' '}
          <span className="strong">{assignee?.name ?? t('conflict.nobody')}</span>
          {isMine ? ` ${t('conflict.you')}` : ''}
        </span>
        {mayHandOn ? (
          <Button
            size="small"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('conflict.reassign')}
          </Button>
        ) : null}
      </div>
      <Ended found={found} />
      {asking ? (
        <AssignDialog
          change={change}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Ended({ found: { change } }: { found: ConflictCase }) {
  const { t } = useTranslation();
  const last = change.history.at(-1);
  if (change.state === 'conflicted' || !last) return null;
  const values = { time: formatInstant(last.atUtc), name: last.by.name };
  return (
    <Alert
      type="success"
      showIcon
      title={t('conflict.ended', values)}
      {...(last.reason === undefined ? {} : { description: t('conflict.endedKept') })}
    />
  );
}
