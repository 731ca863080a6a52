/** How many are chosen, and the button that begins signing. */
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface SignBarProps {
  readonly count: number;
  readonly total: number;
  /** Null where nothing can be signed: in a browser. */
  readonly onSign: (() => void) | null;
}

export function SignBar({ count, total, onSign }: SignBarProps) {
  const { t } = useTranslation();
  return (
    <div className="toolbar">
      <Button
        type="primary"
        icon={<EditOutlined aria-hidden />}
        disabled={!onSign || count === 0}
        onClick={() => onSign?.()}
      >
        {t('approve.sign')}
      </Button>
      <span className="quiet" role="status">
        {t('approve.selected', { count, total })}. {t('approve.selectHint')}
      </span>
    </div>
  );
}
