/** One scan, large: pictures and the pages of a PDF, zoom, pages, all by keyboard. Nothing in it can run or link out. */
import { Modal, Spin } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { scanKey, type Evidence, type ScanRef } from '../../../shared/scan/scan.ts';
import { usePort } from '../../session/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Dialogue } from '../../ui/use-dialogue.ts';
import { ImageView } from './image-view.tsx';
import { PdfView } from './pdf-view.tsx';

interface ScanViewerProps {
  readonly scan: Evidence;
  /** Where it belongs; null while the change is being made. */
  readonly place: Pick<ScanRef, 'unit' | 'dossier'> | null;
  readonly modal: Dialogue<unknown>['modal'];
}

/** What was added just now lies here: no unit or dossier is needed to look at it. */
const nowhere = { unit: 'H00', dossier: 'dossier:00000000000000000000000000' };

export function ScanViewer({ scan, place, modal }: ScanViewerProps) {
  const { t } = useTranslation();
  const { scans } = usePort();
  const ref = { ...(place ?? nowhere), sha256: scan.sha256 };
  const reading = useQuery({
    queryKey: ['scan', scanKey(ref)],
    queryFn: () => scans.read(ref),
    // A scan may hold 25 MB: it goes from memory with its window.
    gcTime: 0,
    retry: false,
  });
  const { data } = reading;
  return (
    <Modal
      {...modal}
      centered
      width="min(1100px, 94vw)"
      title={scan.name}
      footer={null}
      closable={{ 'aria-label': t('scans.close') }}
      destroyOnHidden
    >
      <div className="scan-viewer">
        {data === undefined ? (
          <div className="scan-waiting" role="status">
            <Spin /> {t('scans.opening')}
          </div>
        ) : data.ok ? (
          <ScanContent scan={scan} bytes={data.value} />
        ) : (
          <ProblemAlert
            title={t('scans.failedTitle')}
            problem={data.problem}
            onRetry={() => void reading.refetch()}
          />
        )}
      </div>
    </Modal>
  );
}

function ScanContent({ scan, bytes }: { scan: Evidence; bytes: Uint8Array<ArrayBuffer> }) {
  return scan.mediaType === 'application/pdf' ? (
    <PdfView bytes={bytes} name={scan.name} />
  ) : (
    <ImageView bytes={bytes} name={scan.name} mediaType={scan.mediaType} />
  );
}
