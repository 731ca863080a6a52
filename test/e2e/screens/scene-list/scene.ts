/** One screen, and how to come before it: who sits there, what stands there, and where. */
import type { Page } from '@playwright/test';

export interface Scene {
  readonly name: string;
  /** Read by scenes.ts. */
  readonly query: string;
  readonly hash: string;
  /** Something that only the finished screen shows. */
  readonly shows: string;
  /** Its picture in docs/images. */
  readonly inDocs?: string;
  /** What has to be done there before the picture. */
  readonly act?: (page: Page) => Promise<void>;
}

export const someDossier = 'dossier:00000000000000000000000004';
