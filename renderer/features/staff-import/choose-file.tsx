/** The file chooser: a button, and a place to drop the file on. */
import { FileExcelOutlined } from '@ant-design/icons';
import { Spin, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/errors/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface ChooseFileProps {
  readonly problem: Problem | null;
  /** Name of the file that is being read. */
  readonly reading: string | null;
  readonly onChoose: (file: File) => void;
}

export function ChooseFile({ problem, reading, onChoose }: ChooseFileProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet" style={{ margin: 0 }}>
        {t('staffImport.intro')}
      </p>
      {problem ? <ProblemAlert title={t('staffImport.failedTitle')} problem={problem} /> : null}
      {reading === null ? (
        <Upload.Dragger
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            onChoose(file);
            // Nothing is uploaded: the file is read here.
            return false;
          }}
          style={{ background: '#fff' }}
        >
          <FileExcelOutlined aria-hidden style={{ fontSize: 32, color: '#1d7044' }} />
          <div className="strong">{t('staffImport.choose')}</div>
          <div className="quiet">{t('staffImport.dropHint')}</div>
        </Upload.Dragger>
      ) : (
        <div className="panel" role="status">
          <Spin size="small" /> {t('staffImport.reading', { name: reading })}
        </div>
      )}
    </>
  );
}
