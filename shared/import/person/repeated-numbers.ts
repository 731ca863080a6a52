/**
 * One person, one dossier (NĐ 27/2026/NĐ-CP, Điều 16): an identity number that stands twice in a file refuses
 * every row that has it. Which row is right is for a person to say, so none is taken and none is dropped.
 */
import { findingAt } from '../findings.ts';
import type { ReadPerson } from './person.ts';

export function refuseRepeatedNumbers(people: readonly ReadPerson[]): readonly ReadPerson[] {
  const holders = new Map<string, ReadPerson[]>();
  for (const person of people) {
    const number = person.content.identity?.identityNumber;
    if (number === undefined) continue;
    holders.set(number, [...(holders.get(number) ?? []), person]);
  }
  return people.map((person) => {
    const others = (holders.get(person.content.identity?.identityNumber ?? '') ?? []).filter(
      (other) => other !== person,
    );
    return others.length === 0 ? person : refused(person, others);
  });
}

function refused(person: ReadPerson, others: readonly ReadPerson[]): ReadPerson {
  const places = others
    .map(({ sheet, row }) =>
      sheet === person.sheet ? `dòng ${row}` : `trang ${sheet} dòng ${row}`,
    )
    .join(', ');
  const finding = findingAt(person, {
    code: 'IDENTITY_NUMBER_REPEATED',
    field: 'identity.identityNumber',
    details: { places },
  });
  return {
    sheet: person.sheet,
    row: person.row,
    content: person.content,
    accepted: false,
    findings: [...person.findings, finding],
  };
}
