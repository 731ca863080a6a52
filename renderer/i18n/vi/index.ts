/** Vietnamese: the product's first language, and the shape every other language has to fill. */
import { approve } from './approval.ts';
import { backups } from './backups.ts';
import { catalogues } from './catalogues.ts';
import { conflict, versions } from './conflict.ts';
import { carrier, courier } from './courier.ts';
import { devices } from './devices.ts';
import { account, ago, common, crash, navigation } from './common.ts';
import { change, checks, dossier, dossiers, evidence } from './dossier.ts';
import { lock, oldData, oldPassword, unfinished, vaultClosed } from './lock.ts';
import { keeping } from './keeping.ts';
import { overview } from './overview.ts';
import { password, server, session } from './session.ts';
import { scans } from './scans.ts';
import { sensitive } from './sensitive.ts';
import { atRisk, receipt } from './safety.ts';
import { staffImport } from './staff-import.ts';
import { sync } from './sync.ts';
import { desk, form, issues, refused } from './work.ts';

export const vi = {
  common,
  crash,
  navigation,
  account,
  sync,
  ago,
  session,
  password,
  server,
  lock,
  oldData,
  oldPassword,
  vaultClosed,
  unfinished,
  devices,
  dossiers,
  dossier,
  change,
  evidence,
  checks,
  form,
  issues,
  desk,
  refused,
  conflict,
  versions,
  sensitive,
  receipt,
  atRisk,
  courier,
  carrier,
  approve,
  scans,
  staffImport,
  overview,
  backups,
  catalogues,
  keeping,
} as const;

/** The same keys, any words. */
export type Texts<T = typeof vi> = {
  readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]>;
};
