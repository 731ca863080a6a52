/**
 * Scans over HTTP. `POST /api/scans/uploads`, `HEAD|PATCH|DELETE /api/scans/uploads/:id`: tus 1.0, its metadata being a
 * ScanAnnouncement without `bytes`. `HEAD|GET /api/scans/:unit/:dossier/:sha256`: the bytes, whole or by `Range`.
 */
import { z } from 'zod';
import { scanRefSchema, type ScanRef } from '../scan/scan.ts';

export const uploadsPath = '/api/scans/uploads';

export const scanPath = ({ unit, dossier, sha256 }: ScanRef): string =>
  `/api/scans/${unit}/${encodeURIComponent(dossier)}/${sha256}`;

/** `POST /api/scans/states`: which of these the centre has, of those the account may see. */
export const scanStatesRequestSchema = z.strictObject({ scans: z.array(scanRefSchema).max(400) });
export const scanStatesResponseSchema = z.object({ present: z.array(scanRefSchema) });
