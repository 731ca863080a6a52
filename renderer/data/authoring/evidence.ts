/** From the scans of a change to what is announced to the centre. */
import type { Change } from '../../../shared/change/change.ts';
import { scanTypeNames } from '../../../shared/scan/media-type.ts';
import type { ScanAnnouncement } from '../../../shared/scan/scan.ts';

export const announcedBy = ({ unit, dossier, evidence }: Change): readonly ScanAnnouncement[] =>
  evidence.flatMap(({ sha256, mediaType: said, bytes }) => {
    const mediaType = scanTypeNames.find((type) => type === said);
    return mediaType ? [{ unit, dossier, sha256, mediaType, bytes }] : [];
  });
