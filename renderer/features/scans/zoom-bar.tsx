/** Zoom, and the pages where there are several. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ZoomBarProps {
  /** 1 fits the width. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly pages?: {
    readonly page: number;
    readonly count: number;
    readonly onPage: (page: number) => void;
  };
}

/** At a quarter of the width a whole upright page is in sight. */
const least = 0.25;
const most = 4;
const step = 1.25;

export function ZoomBar({ zoom, onZoom, pages }: ZoomBarProps) {
  const { t } = useTranslation();
  return (
    <Space wrap role="toolbar">
      <Button
        icon={<MinusOutlined aria-hidden />}
        aria-label={t('scans.zoomOut')}
        disabled={zoom <= least}
        onClick={() => {
          onZoom(Math.max(least, zoom / step));
        }}
      />
      <span aria-live="polite">{t('scans.zoom', { percent: Math.round(zoom * 100) })}</span>
      <Button
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('scans.zoomIn')}
        disabled={zoom >= most}
        onClick={() => {
          onZoom(Math.min(most, zoom * step));
        }}
      />
      <Button
        onClick={() => {
          onZoom(1);
        }}
      >
        {t('scans.zoomFit')}
      </Button>
      {pages && pages.count > 1 ? (
        <>
          <Button
            disabled={pages.page <= 1}
            onClick={() => {
              pages.onPage(pages.page - 1);
            }}
          >
            {t('scans.previousPage')}
          </Button>
          <span aria-live="polite">
            {t('scans.page', { page: pages.page, pages: pages.count })}
          </span>
          <Button
            disabled={pages.page >= pages.count}
            onClick={() => {
              pages.onPage(pages.page + 1);
            }}
          >
            {t('scans.nextPage')}
          </Button>
        </>
      ) : null}
    </Space>
  );
}
