/** A password to be shown once and changed at the first sign-in. */
import { randomInt } from 'node:crypto';

/** Letters that are not mistaken for one another on paper; each class once at least. */
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '@#%+-=?'];

export function makePassword(): string {
  const draw = (letters: string) => letters.charAt(randomInt(letters.length));
  const letters = Array.from({ length: 16 }, (_, at) => draw(classes[at % classes.length] ?? ''));
  for (let at = letters.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? ''];
  }
  return letters.join('');
}
