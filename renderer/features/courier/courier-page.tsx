/** One address for both ends: the PC whose work is carried, and the browser in which a stick is handed in. */
import { usePort } from '../../session/index.ts';
import { CarrierPage } from './carrier-page.tsx';
import { OfficePage } from './office-page.tsx';

export function CourierPage() {
  const { courier } = usePort();
  return courier ? <OfficePage courier={courier} /> : <CarrierPage />;
}
