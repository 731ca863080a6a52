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
  unreachableBrowser: 'Check the network and try again.',
  known: 'Used on this PC (opens without a line)',
  server: 'Server: {{url}}',
  changeServer: 'Change the server address',
  demo: 'Demonstration data: all people and units are made up.',
  expired: 'The session has expired. Please sign in again.',
  opening: 'Opening the records…',
  infoFailed: 'The program could not start',
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
