/** A picture from its bytes, by an address that only this page has and that ends with the view. */
import { useEffect, useMemo, useState } from 'react';
import { problem } from '../../../shared/errors/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ZoomBar } from './zoom-bar.tsx';

interface ImageViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly mediaType: string;
}

export function ImageView({ bytes, name, mediaType }: ImageViewProps) {
  const [zoom, setZoom] = useState(1);
  const [broken, setBroken] = useState(false);
  const address = useMemo(
    () => URL.createObjectURL(new Blob([bytes], { type: mediaType })),
    [bytes, mediaType],
  );
  useEffect(
    () => () => {
      URL.revokeObjectURL(address);
    },
    [address],
  );
  if (broken) return <ProblemAlert problem={problem('SCAN_UNREADABLE')} />;
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
      {/* Scrolled by keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable */}
      <div className="scan-canvas" tabIndex={0} role="region" aria-label={name}>
        <img
          src={address}
          alt={name}
          style={{ width: `${zoom * 100}%` }}
          onError={() => {
            setBroken(true);
          }}
        />
      </div>
    </>
  );
}
