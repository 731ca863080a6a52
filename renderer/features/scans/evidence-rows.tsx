/** The scans of a change as rows: name, size, where each one is, looking at it. */
import { DeleteOutlined, FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evidence, ScanRef } from '../../../shared/scan/scan.ts';
import type { ScanState } from '../../data/port/scan-port.ts';
import { useDialogue } from '../../ui/use-dialogue.ts';
import { ScanStateMark } from './scan-state-mark.tsx';
import { ScanViewer } from './scan-viewer.tsx';
import { sizeText } from './size-text.ts';

interface EvidenceRowsProps {
  readonly evidence: readonly Evidence[];
  /** Where they belong; absent while the change is being made. */
  readonly place?: Pick<ScanRef, 'unit' | 'dossier'>;
  /** In the order of the scans. */
  readonly states?: readonly ScanState[] | undefined;
  /** This account may not look at them. Their names are left out: many a file is called after what it shows. */
  readonly hidden?: boolean;
  readonly onRemove?: (scan: Evidence) => void;
}

export function EvidenceRows(props: EvidenceRowsProps) {
  const { evidence, place, states, hidden = false, onRemove } = props;
  const { t } = useTranslation();
  const viewer = useDialogue<Evidence>();
  return (
    <>
      <ul className="scan-rows">
        {evidence.map((scan, at) => (
          <li key={scan.sha256}>
            {scan.mediaType === 'application/pdf' ? (
              <FilePdfOutlined aria-hidden />
            ) : (
              <FileImageOutlined aria-hidden />
            )}
            {hidden ? (
              <span className="scan-name">{t('scans.hiddenNumber', { number: at + 1 })}</span>
            ) : (
              <span className="scan-name" title={scan.name}>
                {scan.name}
              </span>
            )}
            <span className="quiet small">{sizeText(scan.bytes)}</span>
            {states?.[at] ? <ScanStateMark state={states[at]} /> : null}
            {hidden ? (
              <span className="quiet small">{t('sensitive.hidden')}</span>
            ) : (
              <Button
                size="small"
                aria-label={t('scans.viewOf', { name: scan.name })}
                onClick={() => {
                  viewer.show(scan);
                }}
              >
                {t('scans.view')}
              </Button>
            )}
            {onRemove ? (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('scans.remove', { name: scan.name })}
                onClick={() => {
                  onRemove(scan);
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {viewer.about ? (
        <ScanViewer scan={viewer.about} place={place ?? null} modal={viewer.modal} />
      ) : null}
    </>
  );
}
