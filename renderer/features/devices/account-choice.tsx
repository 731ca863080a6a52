/** Whose PCs: only for accounts that manage others. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitsWith } from '../../../shared/account/policy.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { useAccount, usePort } from '../../session/index.ts';

interface AccountChoiceProps {
  readonly own: string;
  readonly value: string;
  /** With the name that the list shows. */
  readonly onChange: (account: string, shown: string) => void;
}

export function AccountChoice({ own, value, onChange }: AccountChoiceProps) {
  const { t } = useTranslation();
  const { devices } = usePort();
  const units = unitsWith(useAccount(), 'account.manage');
  const { data = [] } = useQuery({
    queryKey: ['devices', 'people', units],
    queryFn: async () => (await Promise.all(units.map((unit) => devices.people(unit)))).flat(),
    retry: false,
    enabled: units.length > 0,
  });
  if (units.length === 0) return null;
  const people = new Map(data.map(({ account, name }) => [account, `${name} (${account})`]));
  people.set(own, t('devices.own'));
  return (
    <Select
      aria-label={t('devices.person')}
      value={value}
      style={{ width: 320 }}
      options={[...people].map(([account, label]) => ({ value: account, label }))}
      showSearch={{
        filterOption: (typed, option) => foldText(option?.label ?? '').includes(foldText(typed)),
      }}
      onChange={(account) => {
        onChange(account, people.get(account) ?? account);
      }}
    />
  );
}
