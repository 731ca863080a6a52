/** The scans of a change that is being made: add by button, by dropping or pasting; look at, remove. */
import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { inMegabytes, scanLimitOn } from '../../../shared/regulation/scan-limit.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import { usePort } from '../../session/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { EvidenceRows } from './evidence-rows.tsx';
import { useAddScans, type NotAdded } from './use-add-scans.ts';

interface EvidenceFieldProps {
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: readonly Evidence[]) => void;
}

const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

export function EvidenceField({ evidence, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation();
  const { scans } = usePort();
  const picker = useRef<HTMLInputElement>(null);
  const { busy, notAdded, add } = useAddScans(evidence, onChange);
  usePasted((files) => void add(files));
  const limits = scanLimitOn(civilDateInVietnam(new Date().toISOString()));
  return (
    <section
      className="panel stack tight"
      aria-label={t('scans.title')}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        void add([...event.dataTransfer.files]);
      }}
    >
      <h2 className="section-title">{t('scans.title')}</h2>
      <div className="quiet small">{t('scans.hint', { most: inMegabytes(limits.mostBytes) })}</div>
      <EvidenceRows
        evidence={evidence}
        onRemove={(gone) => {
          onChange(evidence.filter(({ sha256 }) => sha256 !== gone.sha256));
          void scans.remove(gone.sha256);
        }}
      />
      <div className="toolbar">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label={t('scans.add')}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            void add(files);
          }}
        />
        <Button
          icon={<PaperClipOutlined aria-hidden />}
          loading={busy}
          onClick={() => picker.current?.click()}
        >
          {t('scans.add')}
        </Button>
        <span className="quiet small" aria-live="polite">
          {busy ? t('scans.adding') : t('scans.drop')}
        </span>
      </div>
      {notAdded.map((each) => (
        <NotAddedAlert key={each.name} {...each} />
      ))}
    </section>
  );
}

function NotAddedAlert({ name, problem }: NotAdded) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <Alert
      type={problem ? 'error' : 'info'}
      showIcon
      title={t('scans.notAdded', { name })}
      description={problem ? terms.problem(problem) : t('scans.alreadyThere')}
    />
  );
}

/** Pictures and files on the clipboard; text goes where it always goes. */
function usePasted(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  }, [take]);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
