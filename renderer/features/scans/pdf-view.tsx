/** A PDF page by page on a canvas (pdf.js): no plug-in, no script of the file, no form, no link. */
import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { problem } from '../../../shared/errors/index.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { openPdf } from './open-pdf.ts';
import { ZoomBar } from './zoom-bar.tsx';

interface PdfViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

export function PdfView({ bytes, name }: PdfViewProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'opening' | 'broken'>('opening');
  useEffect(() => {
    const opening = openPdf(bytes);
    let shown = true;
    opening.document.then(
      (opened) => {
        if (shown) setPdf(opened);
      },
      () => {
        if (shown) setPdf('broken');
      },
    );
    return () => {
      shown = false;
      opening.close();
    };
  }, [bytes]);
  if (pdf === 'opening') return <Loading />;
  if (pdf === 'broken') return <ProblemAlert problem={problem('SCAN_UNREADABLE')} />;
  return <PdfPages pdf={pdf} name={name} />;
}

function PdfPages({ pdf, name }: { pdf: PDFDocumentProxy; name: string }) {
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    const width = (frame.current?.clientWidth ?? 800) - 8;
    if (!target) return;
    const drawing = draw(pdf, page, { target, width: width * zoom });
    drawing.done.catch(() => {
      if (!drawing.cancelled()) setBroken(true);
    });
    return drawing.cancel;
  }, [pdf, page, zoom]);
  return (
    <>
      <ZoomBar
        zoom={zoom}
        onZoom={setZoom}
        pages={{ page, count: pdf.numPages, onPage: setPage }}
      />
      {broken ? <ProblemAlert problem={problem('SCAN_UNREADABLE')} /> : null}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable */}
      <div className="scan-canvas" tabIndex={0} role="region" aria-label={name} ref={frame}>
        <canvas ref={canvas} />
      </div>
    </>
  );
}

function draw(
  pdf: PDFDocumentProxy,
  number: number,
  place: { readonly target: HTMLCanvasElement; readonly width: number },
) {
  let cancelled = false;
  let cancelTask: (() => void) | null = null;
  async function run(): Promise<void> {
    const page = await pdf.getPage(number);
    if (cancelled) return;
    const scale = place.width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
    const { target } = place;
    target.width = Math.floor(viewport.width);
    target.height = Math.floor(viewport.height);
    target.style.width = `${place.width}px`;
    const task = page.render({ canvas: target, viewport });
    cancelTask = () => {
      task.cancel();
    };
    await task.promise;
  }
  return {
    done: run(),
    cancelled: () => cancelled,
    cancel: () => {
      cancelled = true;
      cancelTask?.();
    },
  };
}
