/** How safe work is: the ladder of a change, and what only this PC has. */
import type { Texts } from '../vi/index.ts';

export const receipt: Texts['receipt'] = {
  label: 'How far this change has come',
  onThisDisk: 'On this PC',
  atCentre: 'At the centre',
  verified: 'Verified',
  approved: 'Approved',
  inBackup: 'Backed up',
  reached: 'reached',
  refused: 'refused',
  lacking: 'the centre no longer has this version',
  notYet: 'not yet',
  notSent: 'waits to be sent',
  notVerified: 'not verified',
  notApproved: 'not approved',
  notBackedUp: 'not backed up',
};

export const atRisk: Texts['atRisk'] = {
  title: 'If this PC broke now, what would be lost?',
  nothing: 'Nothing',
  nothingText: 'Everything that was saved on this PC is at the centre.',
  noContact:
    'Since the program was opened this PC has not reached the centre; there is nothing new to send either.',
  lastContact: 'Last synchronised at {{time}}.',
  some: 'Items that only this PC has: {{count}}',
  sending: 'They are being sent. Leave the PC on until this list is empty.',
  connect: 'There is no line: keep the PC safe and connect it; what waits goes by itself.',
  byStick: 'An office without any line carries them on a stick:',
  portal:
    'This network wants a sign-in: open a browser, sign in to the network, then choose “Send now”.',
  centreTrouble:
    'The centre is in trouble: keep the PC safe; what waits goes by itself when the centre is back.',
  paused: 'Synchronisation is paused: choose “Send now” to go on.',
  signIn: 'Sign in again: until then nothing is sent.',
  refused: 'Refused by the centre, a person has to decide: {{count}}.',
  openRefused: 'See what was refused',
  sendNow: 'Send now',
  tableLabel: 'What only this PC has',
  what: 'What',
  step: 'Step',
  signature: 'Approval signed',
  since: 'Done at',
  why: 'Why it is still here',
  whyWaiting: 'Waits to be sent to the centre',
  forms: 'Forms not finished: {{count}}',
  formsText: 'What was typed is kept on this PC and not submitted, so the centre does not have it.',
  formNew: 'New dossier',
  formEdit: 'Editing a dossier',
  formMend: 'Mending and sending again',
  formOther: 'Another form',
  whyRefused: 'Refused by the centre',
  whyLacking: 'The centre no longer has this version',
  lacking:
    'The centre had {{count}} item(s) that it no longer has since it was restored. This PC keeps them; they are sent again by themselves once the PC of whoever took the step before has sent that again. Give one up only if you are sure that it is not needed.',
  giveUp: 'Give up this version',
  giveUpAsk: 'Give up the version that only this PC has?',
  giveUpText: 'Its content is then gone and cannot be brought back.',
  keep: 'Keep it',
};
