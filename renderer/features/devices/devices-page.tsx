/** Máy tính của tôi: own PCs; whoever manages accounts chooses another person's. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount, usePort } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AccountChoice } from './account-choice.tsx';
import { DeviceTable } from './device-table.tsx';

export function DevicesPage() {
  const { t } = useTranslation();
  const { devices } = usePort();
  const own = useAccount().account;
  const [{ account, shown }, setChosen] = useState({ account: own, shown: own });
  const query = useQuery({
    queryKey: ['devices', account],
    queryFn: () => devices.list(account === own ? undefined : account),
    retry: false,
  });
  return (
    <Page
      title={t(account === own ? 'devices.own' : 'devices.of', { account: shown })}
      subtitle={t('devices.intro')}
      actions={
        <AccountChoice
          own={own}
          value={account}
          onChange={(chosen, name) => {
            setChosen({ account: chosen, shown: name });
          }}
        />
      }
    >
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="panel">
              <EmptyAdvice title={t('devices.emptyTitle')} advice={t('devices.emptyAdvice')} />
            </div>
          ) : (
            <DeviceTable rows={rows} onChanged={() => void query.refetch()} />
          )
        }
      </QueryView>
    </Page>
  );
}
