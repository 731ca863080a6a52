/** Progress of the submission, and stopping it. */
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SubmitProgressProps {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

export function SubmitProgress({ done, total, onStop }: SubmitProgressProps) {
  const { t } = useTranslation();
  const [stopping, setStopping] = useState(false);
  return (
    <div className="panel stack">
      <div role="status">{t('staffImport.submitting', { done, total })}</div>
      <Progress percent={Math.round((done / total) * 100)} aria-label={t('staffImport.title')} />
      <div>
        <Button
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            onStop();
          }}
        >
          {t(stopping ? 'staffImport.cancelling' : 'staffImport.cancel')}
        </Button>
      </div>
    </div>
  );
}
