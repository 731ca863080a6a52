/** Opens a PDF with pdf.js in a worker of our own origin; loaded only when the first one is looked at. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>;
  close(): void;
}

export function openPdf(bytes: Uint8Array): OpenedPdf {
  let close: (() => void) | null = null;
  let closed = false;
  async function open(): Promise<PDFDocumentProxy> {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    GlobalWorkerOptions.workerSrc = workerAddress;
    const task = getDocument({
      // A copy: the worker takes the bytes away from whoever gives them.
      data: bytes.slice(),
      // The content policy allows no compiled code that is not a file of ours.
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
    });
    close = () => void task.destroy();
    if (closed) close();
    return task.promise;
  }
  return {
    document: open(),
    close: () => {
      closed = true;
      close?.();
    },
  };
}
