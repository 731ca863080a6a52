/** Synchronising (shared/contract/sync.ts): pull, push, live. */
import type { FastifyInstance } from 'fastify';
import {
  pullRequestSchema,
  pushRequestSchema,
  type BackupMark,
  type PullResponse,
} from '../../../shared/contract/sync.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import type { Contacts } from '../../documents/contacts.ts';
import { backedUpUntil, readLastBackup } from '../../documents/last-backup.ts';
import { StoreError, type DocumentStore } from '../../store/document-store.ts';
import { bearerToken, principalOf } from '../authentication.ts';
import { gzipAnswer } from '../compress-answers.ts';
import { parsed } from '../errors.ts';
import type { Services } from '../services.ts';
import type { LiveSignal } from '../sync/live.ts';
import { pull } from '../sync/pull.ts';

/** 500 rows; a change may hold 128 KB at most, but hardly ever does. */
const pushBytes = 24 * 1024 * 1024;
/** Cursors of two thousand units in four streams. */
const pullBytes = 2 * 1024 * 1024;

/** Of what a pull gives to the store only the cursors are the client's: one that was made up is its mistake. */
function cursorProblem(error: unknown): never {
  if (error instanceof StoreError && error.status === 400)
    throw new ProblemError('INVALID_INPUT', {
      path: 'cursors',
      reason: 'không phải của máy chủ này',
    });
  throw error;
}

/** No more of a backup than receipts need. */
async function backupMark(store: DocumentStore, nowMs: number): Promise<BackupMark | null> {
  const snapshotAtUtc = backedUpUntil(await readLastBackup(store), nowMs);
  return snapshotAtUtc === null ? null : { snapshotAtUtc };
}

export const pullPath = '/api/sync/pull';

export function registerSyncRoutes(
  scope: FastifyInstance,
  services: Services,
  live: LiveSignal,
  contacts: Contacts,
): void {
  const { store, units, intake, settings, nowMs } = services;

  scope.post(pullPath, { bodyLimit: pullBytes, onSend: gzipAnswer }, async (request) => {
    const { subject } = principalOf(request);
    const asked = parsed(pullRequestSchema, request.body);
    contacts.note(subject.grants.map(({ unit }) => unit));
    const codes = await units.codes();
    const [pulled, backup] = await Promise.all([
      pull(services, subject, codes, asked, settings.epoch).catch(cursorProblem),
      backupMark(store, nowMs()),
    ]);
    return {
      epoch: settings.epoch,
      serverTimeUtc: new Date(nowMs()).toISOString(),
      backup,
      streams: pulled,
    } satisfies PullResponse;
  });

  scope.post('/api/sync/push', { bodyLimit: pushBytes }, async (request) => {
    const { subject, name, session } = principalOf(request);
    const { rows } = parsed(pushRequestSchema, request.body);
    const results = await intake.push({ subject, name }, rows, session);
    return { epoch: settings.epoch, results };
  });

  scope.get('/api/sync/backup', async () => ({ backup: await backupMark(store, nowMs()) }));

  scope.get('/api/sync/live', async (request, reply) => {
    live.attach(request, reply, principalOf(request), bearerToken(request) ?? '');
    return reply;
  });
}
