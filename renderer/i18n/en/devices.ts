import type { Texts } from '../vi/index.ts';

export const devices: Texts['devices'] = {
  own: 'My PCs',
  of: 'PCs of {{account}}',
  openOwn: 'Show my PCs',
  intro:
    'Revoke a PC that is lost or no longer used: it is signed out and destroys its data key when it is online again.',
  person: 'Show the PCs of',
  name: 'Name',
  rename: 'Rename',
  current: 'This PC',
  firstSeen: 'First sign-in',
  lastSeen: 'Last sign-in',
  state: 'State',
  good: 'In use',
  revoke: 'Revoke',
  revoked: 'Revoked at {{time}} by {{by}}',
  revokeTitle: 'Revoke “{{name}}”?',
  revokeText:
    'This cannot be undone. The data on that PC cannot be opened again, unsent changes included; what was sent is at the centre.',
  revokeOwnText:
    'This is the PC in use. The program signs out at once and the data here cannot be opened again, unsent changes included.',
  emptyTitle: 'No PCs yet',
  emptyAdvice: 'A PC appears here when the account signs in with the desktop program.',
};
