/** Signing in and the address of the centre. */
import type { Texts } from '../vi/index.ts';

export const session: Texts['session'] = {
  user: 'User name',
  password: 'Password',
  submit: 'Sign in',
  userRequired: 'Enter the user name.',
  passwordRequired: 'Enter the password.',
  capsLock: 'Caps Lock is on.',
  failedTitle: 'Not signed in',
  unreachableTitle: 'The server cannot be reached',
  unreachableKnown:
    'Accounts that signed in on this PC before still open without a line: {{names}}.',
  unreachableUnknown:
    'No account has signed in on this PC yet, so the first time needs a line. Check the cable and the server address.',
  unreachableEnded:
    'The time to open without a line is over for the account used on this PC. Connect the network and sign in; what was saved is still on this PC.',
  unreachableBrowser: 'Check the network and try again.',
  known: 'Used on this PC (opens without a line, for at most {{days}} days since there was one)',
  knownNeedsLine: 'opens with a line only',
  server: 'Server: {{url}}',
  changeServer: 'Change the server address',
  demo: 'Demonstration data: all people and units are made up.',
  expired: 'The session has expired. Please sign in again.',
  opening: 'Opening the records…',
  infoFailed: 'The program could not start',
};

export const password: Texts['password'] = {
  title: 'Change password',
  issuedTitle: 'Change the issued password',
  issuedText:
    'An administrator chose this password. Change it to one that only you know before you go on.',
  current: 'Current password',
  next: 'New password',
  repeated: 'New password again',
  rule: 'The new password needs at least {{minLength}} characters: upper and lower case letters, a digit and a special character (such as @ # !), and not the user name.',
  source: 'By {{source}}.',
  submit: 'Change password',
  done: 'The password is changed. Other places that use this account must sign in again.',
  failedTitle: 'The password was not changed',
  fault: {
    required: 'Fill in this field.',
    rule: 'Too weak: at least {{minLength}} characters with upper and lower case letters, a digit and a special character, without the user name.',
    same: 'The new password must differ from the current one.',
    differs: 'The two new passwords differ.',
    wrong: 'The current password is wrong. Too many wrong tries lock the account.',
  },
};

export const server: Texts['server'] = {
  title: 'Connect to the server',
  intro:
    'Enter the server address given by the Department of Home Affairs or your administrator. Once per PC.',
  url: 'Server address',
  example: 'Example: https://hoso.dongthap.gov.vn',
  save: 'Save and go on',
  urlRequired: 'Enter the server address.',
};
