/** How far a change has come on its way to the centre. */
import { CloudOutlined, DesktopOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../data/port/data-port.ts';

const icons: Readonly<Record<Delivery, ReactNode>> = {
  onThisDisk: <DesktopOutlined aria-hidden />,
  atCentre: <CloudOutlined aria-hidden />,
  refused: <StopOutlined aria-hidden />,
};
const words = {
  onThisDisk: 'change.onThisDisk',
  atCentre: 'change.atCentre',
  refused: 'change.refusedByCentre',
} as const satisfies Record<Delivery, string>;

export function DeliveryMark({ delivery }: { delivery: Delivery | undefined }) {
  const { t } = useTranslation();
  if (!delivery) return null;
  return (
    <span className="small" style={{ color: delivery === 'refused' ? '#b3261e' : '#465361' }}>
      {icons[delivery]} {t(words[delivery])}
    </span>
  );
}
