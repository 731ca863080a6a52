/**
 * What lies on the disk. Two kinds of rows, never mixed: mirrors of what the centre holds, written by
 * replication only, and work of this PC that the centre has not confirmed. So no pull can touch what a
 * person entered, and no local edit can hide what the centre says.
 *
 * RxDB counts at most 13 open collections per process; one PC uses six.
 */
import type { RxJsonSchema } from 'rxdb';
import type { StreamName } from '../../../../shared/contract/sync.ts';

/** `unreadable`: came from a newer centre; kept, but shown to nobody until this program is renewed. */
export const unreadable = 'unreadable';

export interface MirrorRow {
  readonly id: string;
  readonly unit: string;
  readonly type: string;
  readonly atUtc: string;
  readonly state: string;
  /** Revision at the centre, with a mark where sections are hidden. Two rows of one id are the same document exactly if it is equal. */
  readonly rev: string;
  /** The document, sealed. Empty in a tombstone. */
  readonly body: string;
}

export type WorkState = 'waiting' | 'sent' | 'refused';

export interface WorkRow {
  readonly id: string;
  /** The document that this step is about. */
  readonly target: string;
  readonly unit: string;
  readonly type: string;
  readonly atUtc: string;
  readonly state: WorkState;
  /** Order of the steps, over all documents: an approval goes after the changes it covers. */
  readonly seq: number;
  readonly body: string;
}

export interface MetaRow {
  readonly id: string;
  readonly body: string;
}

const text = { type: 'string' } as const;
const idText = { type: 'string', maxLength: 100 } as const;

const mirrorSchema: RxJsonSchema<MirrorRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  additionalProperties: false,
  properties: {
    id: idText,
    unit: text,
    type: text,
    atUtc: text,
    state: text,
    rev: text,
    body: text,
  },
  required: ['id', 'unit', 'type', 'atUtc', 'state', 'rev', 'body'],
};

export const workSchema: RxJsonSchema<WorkRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  additionalProperties: false,
  properties: {
    id: idText,
    target: text,
    unit: text,
    type: text,
    atUtc: text,
    state: text,
    seq: { type: 'number' },
    body: text,
  },
  required: ['id', 'target', 'unit', 'type', 'atUtc', 'state', 'seq', 'body'],
};

export const metaSchema: RxJsonSchema<MetaRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  additionalProperties: false,
  properties: { id: idText, body: text },
  required: ['id', 'body'],
};

/** Code lists lie with the units: both are reference data, and it is collections that are counted. */
export type MirrorName = Exclude<StreamName, 'catalogue'>;

export const mirrorSchemas: Readonly<Record<MirrorName, RxJsonSchema<MirrorRow>>> = {
  unit: mirrorSchema,
  dossier: mirrorSchema,
  change: mirrorSchema,
  approval: mirrorSchema,
};
