/** The bundle is in: what came of it, and the answer to be carried back. */
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Space } from 'antd';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answerFileName } from '../../../shared/courier/file-names.ts';
import type { TakenBundle } from '../../../shared/contract/courier.ts';

interface HandedInProps {
  /** Name of the bundle's file; the answer is named after it. */
  readonly bundleFile: string;
  readonly taken: TakenBundle;
  readonly onAnother: () => void;
}

export function HandedIn({ bundleFile, taken, onAnother }: HandedInProps) {
  const { t } = useTranslation();
  const { account, rows, refused, again, answer } = taken;
  const address = useMemo(
    () => URL.createObjectURL(new Blob([answer], { type: 'application/octet-stream' })),
    [answer],
  );
  useEffect(
    () => () => {
      URL.revokeObjectURL(address);
    },
    [address],
  );
  return (
    <div className="stack" role="status" aria-live="polite">
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        title={t('carrier.taken', { account })}
        description={
          <>
            <div>{t('carrier.counts', { rows, refused })}</div>
            {again ? <div>{t('carrier.again')}</div> : null}
            <div className="strong">{t('carrier.next')}</div>
          </>
        }
      />
      <Space wrap>
        <Button
          type="primary"
          icon={<DownloadOutlined aria-hidden />}
          href={address}
          download={answerFileName(bundleFile)}
        >
          {t('carrier.download')}
        </Button>
        <Button onClick={onAnother}>{t('carrier.another')}</Button>
      </Space>
    </div>
  );
}
