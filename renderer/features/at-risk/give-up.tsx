/** Gives up a version that only this PC has any more: never without a question that names it. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AtRiskItem } from '../../data/port/data-port.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

interface GiveUpProps {
  readonly item: AtRiskItem;
  /** Whose it is, or what was signed. */
  readonly name: string;
}

export function GiveUp({ item, name }: GiveUpProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const port = usePort();
  const { modal, message } = App.useApp();
  const ask = () => {
    modal.confirm({
      centered: true,
      title: t('atRisk.giveUpAsk'),
      content: t('atRisk.giveUpText', { name }),
      okText: t('atRisk.giveUp'),
      okButtonProps: { danger: true },
      cancelText: t('atRisk.keep'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await port.discard(item.id);
          void message.success(t('atRisk.gaveUp', { name }));
        } catch (thrown) {
          void message.error(terms.problem(problemOf(thrown)));
        }
      },
    });
  };
  return (
    <Button
      size="small"
      type="link"
      danger
      style={{ paddingInline: 0 }}
      aria-label={t('atRisk.giveUpOf', { name })}
      onClick={ask}
    >
      {t('atRisk.giveUp')}
    </Button>
  );
}
