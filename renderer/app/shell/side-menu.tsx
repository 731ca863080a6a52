/** Left navigation, by rights. */
import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CloudUploadOutlined,
  FileTextOutlined,
  SafetyOutlined,
  SolutionOutlined,
  StopOutlined,
  UsbOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Role } from '../../../shared/account/roles.ts';
import { useAccount, usePlace, useSync, useUnsentScans } from '../../session/index.ts';
import { partAt, partsFor, type PartName } from './navigation.ts';

const icons: Readonly<Record<PartName, ReactNode>> = {
  own: <UserOutlined aria-hidden />,
  dossiers: <FileTextOutlined aria-hidden />,
  desk: <SolutionOutlined aria-hidden />,
  import: <CloudUploadOutlined aria-hidden />,
  approvals: <AuditOutlined aria-hidden />,
  refused: <StopOutlined aria-hidden />,
  atRisk: <SafetyOutlined aria-hidden />,
  overview: <BarChartOutlined aria-hidden />,
  catalogues: <BookOutlined aria-hidden />,
  backups: <SafetyOutlined aria-hidden />,
  courier: <UsbOutlined aria-hidden />,
};

/** Roles that look after the whole province: their overview is not of one unit. */
const provinceRoles: readonly Role[] = ['systemAdmin', 'departmentOfficer'];

export function SideMenu() {
  const { t } = useTranslation();
  const account = useAccount();
  const place = usePlace();
  const { refused, waiting, lacking } = useSync();
  const scans = useUnsentScans().length;
  const { pathname } = useLocation();
  const parts = partsFor(account, place);
  const here = partAt(pathname, parts);
  const province = account.grants.some(({ role }) => provinceRoles.includes(role));
  const label = (name: PartName) => {
    if (name === 'overview') return t(province ? 'navigation.overview' : 'navigation.overviewUnit');
    if (name === 'courier')
      return t(place === 'desktop' ? 'navigation.courier' : 'navigation.carrier');
    if (name === 'refused' && refused > 0) return `${t('navigation.refused')} (${String(refused)})`;
    const onlyHere = waiting + refused + lacking + scans;
    if (name === 'atRisk' && onlyHere > 0) return `${t('navigation.atRisk')} (${String(onlyHere)})`;
    return t(`navigation.${name}`);
  };
  return (
    <nav aria-label={t('navigation.label')}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, paddingTop: 8 }}
        selectedKeys={here ? [here] : []}
        items={parts.map(({ name, path }) => ({
          key: name,
          icon: icons[name],
          label: <Link to={path}>{label(name)}</Link>,
        }))}
      />
    </nav>
  );
}
