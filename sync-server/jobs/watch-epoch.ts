/**
 * Notices that the centre was restored, or given a new epoch, by somebody else over the same store. What this
 * gateway holds in memory and in its read model is of another history then: it must end and start anew.
 */
import { serverDatabases } from '../documents/databases.ts';
import { readSettings } from '../documents/settings.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** A signal may be lost with its line. */
const everyMs = 15_000;

export interface EpochWatch {
  readonly store: DocumentStore;
  readonly epoch: string;
  readonly onChanged: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Returns the way to stop. */
export function watchEpoch({ store, epoch, onChanged, onFailure }: EpochWatch): () => void {
  let told = false;
  const look = async () => {
    const settings = await readSettings(store);
    if (told || !settings || settings.epoch === epoch) return;
    told = true;
    onChanged();
  };
  const stopListening = store.onWrite((database) => {
    if (database === serverDatabases.settings) look().catch(onFailure);
  });
  const timer = setInterval(() => {
    look().catch(onFailure);
  }, everyMs);
  return () => {
    stopListening();
    clearInterval(timer);
  };
}
