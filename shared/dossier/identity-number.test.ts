import { describe, expect, it } from 'vitest';
import { identityNumberFacts } from './identity-number.ts';

describe('the personal identity number (NĐ 137/2015/NĐ-CP, Điều 13)', () => {
  it.each([
    ['087191717718', 'female', 1991],
    ['087068361478', 'male', 1968],
    ['087200281348', 'male', 2000],
    ['001305000001', 'female', 2005],
  ] as const)('%s is of a person %s born in %i', (number, gender, birthYear) => {
    expect(identityNumberFacts(number)).toMatchObject({ gender, birthYear, placeKnown: true });
  });

  it('knows provinces and countries, not other places', () => {
    expect(identityNumberFacts('003185000001')?.placeKnown).toBe(false);
    expect(identityNumberFacts('101185000001')?.placeKnown).toBe(true);
  });

  it('says nothing of what has not 12 digits', () => {
    expect(identityNumberFacts('87191717718')).toBeNull();
    expect(identityNumberFacts('08719171771x')).toBeNull();
  });
});
