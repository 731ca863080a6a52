/** Nhận gói USB, in a browser: hand a bundle in at the centre, take the answer along. */
import { InboxOutlined } from '@ant-design/icons';
import { Spin, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleEnding } from '../../../shared/courier/file-names.ts';
import { courierLimits } from '../../../shared/courier/limits.ts';
import type { TakenBundle } from '../../../shared/contract/courier.ts';
import { failed, type Problem } from '../../../shared/errors/index.ts';
import { usePort } from '../../session/index.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { HandedIn } from './handed-in.tsx';

type Standing =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'taking'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: Problem }
  | { readonly kind: 'taken'; readonly name: string; readonly taken: TakenBundle };

export function CarrierPage() {
  const { t } = useTranslation();
  const { carrier } = usePort();
  const [standing, setStanding] = useState<Standing>({ kind: 'choosing' });

  async function handIn(file: File): Promise<void> {
    const { name } = file;
    setStanding({ kind: 'taking', name });
    const answer =
      file.size > courierLimits.fileBytes
        ? failed('COURIER_WRONG_FILE')
        : await readText(file).then((text) =>
            text === null ? failed('COURIER_STICK_GONE') : carrier.handIn(text),
          );
    setStanding(
      answer.ok
        ? { kind: 'taken', name, taken: answer.value }
        : { kind: 'failed', name, problem: answer.problem },
    );
  }
  return (
    <Page title={t('carrier.title')} subtitle={t('carrier.subtitle')}>
      <div className="stack">
        {standing.kind === 'failed' ? (
          <ProblemAlert
            title={t('carrier.failed', { name: standing.name })}
            problem={standing.problem}
          />
        ) : null}
        {standing.kind === 'taken' ? (
          <HandedIn
            bundleFile={standing.name}
            taken={standing.taken}
            onAnother={() => {
              setStanding({ kind: 'choosing' });
            }}
          />
        ) : null}
        {standing.kind === 'taking' ? (
          <div className="panel" role="status">
            <Spin size="small" /> {t('carrier.taking', { name: standing.name })}
          </div>
        ) : null}
        {standing.kind === 'choosing' || standing.kind === 'failed' ? (
          <ChooseBundle onChoose={(file) => void handIn(file)} />
        ) : null}
      </div>
    </Page>
  );
}

/** Null: the stick was pulled out while it was read. */
const readText = (file: File): Promise<string | null> => file.text().catch(() => null);

function ChooseBundle({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Upload.Dragger
        accept={`.${bundleEnding}`}
        showUploadList={false}
        beforeUpload={(file) => {
          onChoose(file);
          // Handed in through the port, which has the session.
          return false;
        }}
        style={{ background: '#fff' }}
      >
        <InboxOutlined aria-hidden style={{ fontSize: 32, color: '#1b4f82' }} />
        <div className="strong">{t('carrier.choose')}</div>
        <div className="quiet">{t('carrier.chooseHint')}</div>
      </Upload.Dragger>
      <p className="quiet" style={{ margin: 0 }}>
        {t('carrier.withoutScans')}
      </p>
    </>
  );
}
