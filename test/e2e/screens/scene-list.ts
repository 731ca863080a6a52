/** Every screen at rest, in the order in which they are looked at. */
import { entryScenes } from './scene-list/entry.ts';
import { safetyScenes } from './scene-list/safety.ts';
import type { Scene } from './scene-list/scene.ts';
import { workScenes } from './scene-list/work.ts';

export const scenes: readonly Scene[] = [...entryScenes, ...workScenes, ...safetyScenes];
