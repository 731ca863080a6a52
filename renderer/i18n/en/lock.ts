import type { Texts } from '../vi/index.ts';

export const lock: Texts['lock'] = {
  now: 'Lock (Ctrl+L)',
  lockedTitle: 'The program is locked',
  lockedText: 'Enter the password of {{account}} to open it. What was being typed has been kept.',
  leaseLeft:
    'This PC opens without a line for {{count}} more days; after that it must go online to sign in.',
  broughtBackTitle: 'The old data are ready',
  broughtBackText:
    'Sign in with the password that {{account}} has now: the old data open, and what was not sent goes when there is a line.',
  revokedTitle: 'This PC was revoked',
  leaseEnded: 'A line is needed to open: the time for opening without one has ended.',
};

export const oldPassword: Texts['oldPassword'] = {
  title: 'The password was changed elsewhere',
  wrong: 'That is not the old password',
  text: 'The data on this PC are still sealed with the old password. Enter it once to carry them over, unsent changes included. Nothing is lost.',
  label: 'Old password on this PC',
  go: 'Carry the data over',
  without: 'The old password is not known',
  withoutTitle: 'Go on without the old password?',
  withoutText:
    'What was sent comes again from the centre. Unsent changes stay on this PC untouched; once the old password is found they are opened under “Only on this PC”.',
  withoutGo: 'Go on, leave the old data',
};

export const vaultClosed: Texts['vaultClosed'] = {
  title: 'The data on this PC do not open yet',
  tryAgain: 'Try again',
  anew: 'Begin anew on this PC',
  anewTitle: 'Begin anew, and leave the old data aside?',
  anewText:
    'Needs the network: what was sent comes again from the centre. Unsent changes and scans stay on this PC but are not shown any more; when the old key is usable again, open them under “Only on this PC”.',
  anewGo: 'Begin anew',
};

export const oldData: Texts['oldData'] = {
  title: 'This PC still has old data, left behind at {{time}}',
  text: 'The account began anew on this PC because the data did not open (without the old password, or the key of this PC was closed or damaged). The old data are untouched and may hold changes that were not sent.',
  advice:
    'With the password of that time, or once the key of this PC is usable again, open them here. Until then leave them; do not reinstall this PC.',
  nothingElse: 'But for these old data, everything on this PC is at the centre.',
  first: 'First send or settle everything below; then the old data can be opened.',
  open: 'Open the old data',
  dialog:
    'The program signs out. When you sign in again with the password of today the old data open, and what was not sent goes by itself. If the password is the same as then, enter it in both fields.',
  password: 'Password of today',
  oldPassword: 'Old password',
  go: 'Open them and sign out',
  passwordWrong: 'The password of today is not right.',
  oldPasswordWrong: 'This old password opens nothing. The data are untouched; try again.',
};

export const unfinished: Texts['unfinished'] = {
  title: 'There is unsent content, typed at {{time}}',
  text: 'This form was left before it was submitted. Its content has been kept.',
  resume: 'Go on',
  drop: 'Give it up',
  dropTitle: 'Give up the unsent content for good?',
  notKept: 'The draft could not be kept on this PC. The content is still on the screen.',
};
