/** What a person reads when a screen has failed. The error's text goes into a folded line, never data. */
import { Button, Collapse, Result, Space } from 'antd';
import { useTranslation } from 'react-i18next';

export function CrashNotice({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { t } = useTranslation();
  const goHome = () => {
    window.location.hash = '#/';
    onAgain();
  };
  return (
    <div role="alert" style={{ maxWidth: 720, margin: '24px auto' }}>
      <Result
        status="warning"
        title={t('crash.title')}
        subTitle={
          <>
            <p>{t('crash.safe')}</p>
            <p>{t('crash.next')}</p>
          </>
        }
        extra={
          <Space>
            <Button type="primary" onClick={onAgain}>
              {t('crash.again')}
            </Button>
            <Button onClick={goHome}>{t('crash.home')}</Button>
          </Space>
        }
      >
        <Collapse
          size="small"
          items={[
            {
              key: 'details',
              label: t('crash.details'),
              children: <pre className="signed-text">{`${error.name}: ${error.message}`}</pre>,
            },
          ]}
        />
      </Result>
    </div>
  );
}
