/** Chuyển bằng USB, in the office: write a bundle, have it carried, take the answer in; and what stands where. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CourierStanding, OfficeCourier } from '../../data/port/courier.ts';
import { useCourier } from '../../session/index.ts';
import { problem } from '../../../shared/errors/index.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { BundleTable } from './bundle-table.tsx';
import { CourierNotice } from './courier-notice.tsx';
import { useStick } from './use-stick.ts';

export function OfficePage({ courier }: { courier: OfficeCourier }) {
  const { t } = useTranslation();
  const query = useCourier(courier);
  return (
    <Page title={t('courier.title')} subtitle={t('courier.subtitle')}>
      <QueryView query={query}>
        {(standing) => (
          <Content
            courier={courier}
            standing={standing}
            onChanged={() => {
              void query.refetch();
            }}
          />
        )}
      </QueryView>
    </Page>
  );
}

interface ContentProps {
  readonly courier: OfficeCourier;
  readonly standing: CourierStanding;
  readonly onChanged: () => void;
}

function Content({ courier, standing, onChanged }: ContentProps) {
  const { t } = useTranslation();
  const { busy, outcome, write, read } = useStick(courier, onChanged);
  const blocked = busy !== null || !standing.ready;
  return (
    <div className="stack">
      {standing.ready ? null : <ProblemAlert problem={problem('COURIER_NO_CENTRE_KEY')} />}
      <div role="status" aria-live="polite">
        {outcome ? <CourierNotice outcome={outcome} /> : null}
      </div>
      <ol className="courier-steps">
        <li className="panel">
          <h2 className="section-title">{t('courier.writeTitle')}</h2>
          <p className="strong">
            {standing.waiting > 0
              ? t('courier.waiting', { count: standing.waiting })
              : t('courier.noneWaiting')}
          </p>
          <p className={standing.scans > 0 ? undefined : 'quiet'}>
            {standing.scans > 0
              ? t('courier.scansWait', { count: standing.scans })
              : t('courier.noScans')}
          </p>
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            loading={busy === 'write'}
            disabled={blocked}
            onClick={write}
          >
            {t('courier.write')}
          </Button>
        </li>
        <li className="panel">
          <h2 className="section-title">{t('courier.carryTitle')}</h2>
          <p>{t('courier.carryText')}</p>
          <p className="quiet">{t('courier.sealedText')}</p>
        </li>
        <li className="panel">
          <h2 className="section-title">{t('courier.readTitle')}</h2>
          <p>{t('courier.readText')}</p>
          <Button
            icon={<UploadOutlined aria-hidden />}
            loading={busy === 'read'}
            disabled={blocked}
            onClick={read}
          >
            {t('courier.read')}
          </Button>
        </li>
      </ol>
      <BundleTable bundles={standing.bundles} />
    </div>
  );
}
