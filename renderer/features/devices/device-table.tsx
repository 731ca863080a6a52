/** The PCs of one account, each with its state in words, and what can be done about it. */
import { App, Button, Popconfirm, Space, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/contract/devices.ts';
import type { Result } from '../../../shared/errors/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';

interface DeviceTableProps {
  readonly rows: readonly Device[];
  readonly onChanged: () => void;
}

export function DeviceTable({ rows, onChanged }: DeviceTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { message } = App.useApp();
  const { devices } = usePort();
  const tell = async (answer: Promise<Result<Device>>) => {
    const result = await answer;
    if (!result.ok) void message.error(terms.problem(result.problem));
    onChanged();
  };
  return (
    <Table<Device>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      size="middle"
      columns={[
        {
          title: t('devices.name'),
          render: (_, device) => (
            <Space>
              <Typography.Text
                editable={
                  device.revokedAtUtc === null && {
                    tooltip: t('devices.rename'),
                    maxLength: 80,
                    onChange: (name) => void tell(devices.rename(device.id, name)),
                  }
                }
              >
                {device.name}
              </Typography.Text>
              {device.current ? <Tag color="blue">{t('devices.current')}</Tag> : null}
            </Space>
          ),
        },
        {
          title: t('devices.firstSeen'),
          width: 170,
          render: (_, { firstSeenAtUtc }) => formatInstant(firstSeenAtUtc),
        },
        {
          title: t('devices.lastSeen'),
          width: 170,
          render: (_, { lastSeenAtUtc }) => formatInstant(lastSeenAtUtc),
        },
        {
          title: t('devices.state'),
          width: 330,
          render: (_, device) => (
            <State device={device} onRevoke={() => tell(devices.revoke(device.id))} />
          ),
        },
      ]}
    />
  );
}

function State({ device, onRevoke }: { device: Device; onRevoke: () => Promise<void> }) {
  const { t } = useTranslation();
  if (device.revokedAtUtc !== null) {
    return (
      <span className="quiet">
        {t('devices.revoked', {
          time: formatInstant(device.revokedAtUtc),
          by: device.revokedBy ?? '',
        })}
      </span>
    );
  }
  return (
    <Space>
      {t('devices.good')}
      <Popconfirm
        placement="bottomRight"
        title={t('devices.revokeTitle', { name: device.name })}
        description={
          <div style={{ maxWidth: 360 }}>
            {t(device.current ? 'devices.revokeOwnText' : 'devices.revokeText')}
          </div>
        }
        okText={t('devices.revoke')}
        okButtonProps={{ danger: true }}
        cancelText={t('common.cancel')}
        onConfirm={onRevoke}
      >
        <Button danger size="small">
          {t('devices.revoke')}
        </Button>
      </Popconfirm>
    </Space>
  );
}
