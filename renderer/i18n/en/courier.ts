/** Bundles on a USB stick: in the office that has no line, and where somebody hands them in. */
import type { Texts } from '../vi/index.ts';

export const courier: Texts['courier'] = {
  title: 'Carry by USB stick',
  subtitle:
    'Without a line: write what waits to a stick, have it carried to where there is a line, then take in the answer that comes back.',
  writeTitle: '1. Write a bundle for the centre',
  waiting: 'Items that wait to be sent: {{count}}.',
  noneWaiting: 'Nothing waits to be sent. A bundle still asks the centre for its news.',
  scansWait: 'Scans do NOT go with the bundle: {{count}} wait until this PC has a line.',
  noScans: 'Scans (images, PDF) do not go with bundles; they wait until this PC has a line.',
  write: 'Write a bundle…',
  carryTitle: '2. Carry the stick to a line',
  carryText:
    'An officer, an administrator, a head or a clerk opens HoSo in a browser, “Take in a bundle”: gives it the .hoso-goi file and downloads the .hoso-tra file to the stick.',
  sealedText: 'The bundle is signed and sealed: a finder of the stick can read and change nothing.',
  readTitle: '3. Take in the answer',
  readText: 'Plug in the stick that came back and choose the .hoso-tra file.',
  read: 'Take in an answer…',
  writeFailed: 'The bundle was not written',
  readFailed: 'The answer was not taken in',
  written: 'Written: {{file}}, items: {{count}}',
  writtenText:
    'Eject the stick and hand it to the carrier. The items stay on this PC until the answer is taken in.',
  taken: 'Answer of {{time}} taken in',
  received: 'Items that the centre has received: {{count}}.',
  refused: 'Items that the centre has refused: {{count}}.',
  openRefused: 'See what was refused',
  again: 'Items not done yet, they go with the next bundle or line: {{count}}.',
  brought: 'Records of the centre that came: {{records}}.',
  more: 'The centre has more records than this answer holds. Write another bundle and make another round, even if nothing waits to be sent.',
  bundles: 'Bundles written',
  made: 'Written at',
  by: 'Written by',
  file: 'File',
  noFile: 'not known whether it was finished',
  steps: 'Items',
  state: 'State',
  open: 'Waits for its answer',
  openWaiting: 'Waits for its answer; items still waiting on this PC: {{count}}',
  answered: 'Answer taken in',
  overtaken: 'Needs no answer any more: this PC has received newer data',
  oneAnswer:
    'Only one answer can be taken in: after it the bundles written before need none any more. For what still waits write a new bundle; sending again does no harm.',
  emptyTitle: 'No bundle was written yet',
  emptyAdvice: 'Plug in a stick and choose “Write a bundle”.',
  onStick: 'On the stick since {{time}}, waits for the answer',
  openPage: 'Carry by USB stick',
};

export const carrier: Texts['carrier'] = {
  title: 'Take in a bundle',
  subtitle:
    'An office without a line sends its changes on a stick. Hand the bundle in here and carry the answer back to the PC that wrote it.',
  choose: 'Choose a bundle (.hoso-goi), or drop it here',
  chooseHint:
    'Its signature is checked; the changes are recorded in the name of the person who entered them, not in yours.',
  taking: 'Taking in {{name}}…',
  failed: 'The bundle {{name}} was not taken in',
  taken: 'Taken in: the bundle of {{account}}',
  again:
    'This bundle was taken in before: nothing was recorded twice. The answer below is a new one.',
  counts: 'Items: {{rows}}, of which refused: {{refused}} (the person will see why).',
  next: 'What is left: download the answer to the stick and carry it back to the PC that wrote the bundle.',
  download: 'Download the answer',
  another: 'Take in another bundle',
  withoutScans: 'Bundles hold no scans: these wait until the PC of the office has a line.',
};
