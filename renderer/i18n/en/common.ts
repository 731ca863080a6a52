/** Words used everywhere, and the frame of the application. */
import type { Texts } from '../vi/index.ts';

export const common: Texts['common'] = {
  appName: 'Personnel records',
  shortName: 'HoSo',
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  show: 'Show',
  hide: 'Hide',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  unknown: 'Unknown',
  unit: 'Unit',
  allUnits: 'All units',
  pageTotal: '{{first}}–{{last}} of {{total}}',
  skipToContent: 'Skip to the content',
  loadFailed: 'The data could not be read',
};

export const crash: Texts['crash'] = {
  title: 'This screen met an unexpected error',
  safe: 'Saved data is safe: what was submitted is kept on this PC or at the centre. Only what was being typed on this screen may have to be typed again.',
  next: 'Press “Open the screen again”. If the error comes back, tell your unit administrator with the details below.',
  again: 'Open the screen again',
  home: 'Go to the first page',
  details: 'Technical details',
};

export const navigation: Texts['navigation'] = {
  label: 'Parts of the program',
  own: 'My dossier',
  dossiers: 'Dossiers',
  desk: 'Desk',
  import: 'Import a list',
  approvals: 'Approvals',
  refused: 'Refused',
  backups: 'Backups',
  catalogues: 'Code lists',
  atRisk: 'Only on this PC',
  courier: 'Carry by USB stick',
  carrier: 'Take in a bundle',
  overview: 'Overview',
  overviewUnit: 'Overview of the unit',
  nothingAllowed: 'This account has no rights yet. Ask your unit administrator.',
  notFound: 'There is no such page',
  notFoundAdvice: 'The address may be old. Choose a part on the left.',
};

export const account: Texts['account'] = {
  menu: 'Account',
  signOut: 'Sign out',
  offline: 'Offline',
  offlineHint:
    'Unlocked with the password on this PC, not confirmed by the server. Changes are kept here and sent when there is a line.',
  signOutWaiting:
    'Changes not sent yet: {{count}}. They are kept on this PC and sent when this account signs in again.',
  signOutTitle: 'Sign out on this PC?',
};

export const ago: Texts['ago'] = {
  now: 'just now',
  minutes: '{{count}} min ago',
  hours: '{{count}} h ago',
  days: '{{count}} d ago',
};
