/** Nhập danh sách: choose a file, look at what was read, submit the people that hold. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../shared/account/policy.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import type { StaffListReading } from '../../../shared/import/index.ts';
import { useAccount, useUnits } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ChooseFile } from './choose-file.tsx';
import { OutcomeStep } from './outcome-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { readWorkbook } from './read-workbook.ts';
import type { ImportOutcome } from './submit-people.ts';

type ImportState =
  | { readonly at: 'choosing'; readonly problem: Problem | null }
  | { readonly at: 'reading'; readonly fileName: string }
  | { readonly at: 'preview'; readonly fileName: string; readonly reading: StaffListReading }
  | { readonly at: 'done'; readonly outcome: ImportOutcome };

const beginning: ImportState = { at: 'choosing', problem: null };

export function StaffImportPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<ImportState>(beginning);
  const choose = async (file: File) => {
    setState({ at: 'reading', fileName: file.name });
    const result = await readWorkbook(file, new Date().toISOString());
    setState(
      result.ok
        ? { at: 'preview', fileName: file.name, reading: result.value }
        : { at: 'choosing', problem: result.problem },
    );
  };
  return (
    <Page title={t('staffImport.title')}>
      {state.at === 'choosing' || state.at === 'reading' ? (
        <ChooseFile
          problem={state.at === 'choosing' ? state.problem : null}
          reading={state.at === 'reading' ? state.fileName : null}
          onChoose={(file) => void choose(file)}
        />
      ) : null}
      {state.at === 'preview' ? (
        <Preview
          fileName={state.fileName}
          reading={state.reading}
          onAnother={() => {
            setState(beginning);
          }}
          onDone={(outcome) => {
            setState({ at: 'done', outcome });
          }}
        />
      ) : null}
      {state.at === 'done' ? (
        <OutcomeStep
          outcome={state.outcome}
          onAnother={() => {
            setState(beginning);
          }}
        />
      ) : null}
    </Page>
  );
}

interface PreviewProps {
  readonly fileName: string;
  readonly reading: StaffListReading;
  readonly onAnother: () => void;
  readonly onDone: (outcome: ImportOutcome) => void;
}

function Preview(props: PreviewProps) {
  const { t } = useTranslation();
  const account = useAccount();
  return (
    <QueryView query={useUnits()}>
      {(all) => {
        const units = all
          .map(({ unit }) => unit)
          .filter((unit) => may(account, 'change.submit', { unit: unit.code }));
        return units.length === 0 ? (
          <EmptyAdvice title={t('staffImport.noUnit')} advice={t('navigation.nothingAllowed')} />
        ) : (
          <PreviewStep {...props} units={units} />
        );
      }}
    </QueryView>
  );
}
