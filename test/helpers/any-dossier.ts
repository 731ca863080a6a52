/** Any content that the form of a dossier can hold, made from the table of its fields: whatever joins it is drawn, too. */
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../shared/canonical/json.ts';
import { catalogueRows } from '../../shared/catalogue/index.ts';
import { sections, type Field, type Section } from '../../shared/dossier/fields.ts';
import { assertNever } from '../../shared/errors/index.ts';

const two = (number: number) => String(number).padStart(2, '0');
const day = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day: at }) => `${String(year)}-${two(month)}-${two(at)}`);
const partial = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.slice(0, length));
const words = (max: number) =>
  fc
    .array(fc.constantFrom('Nguyễn', 'Thị', 'Ánh', 'xã Mỹ An', '12/4', '“Không”', 'Đắk Lắk'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(' ').slice(0, max));

/** Texts with a form of their own. */
const formed: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'identity.identityNumber': fc.stringMatching(/^\d{12}$/),
  'identity.oldIdentityNumber': fc.stringMatching(/^\d{9}$/),
  'identity.socialInsuranceNumber': fc.stringMatching(/^\d{10}$/),
  'identity.healthInsuranceNumber': fc.stringMatching(/^[A-Z]{2}\d{13}$/),
  'contact.phone': fc.stringMatching(/^0\d{9}$/),
  'contact.email': fc.stringMatching(/^[a-z]{1,10}@mau\.vn$/),
};

function valueOf(field: Field): fc.Arbitrary<JsonValue> {
  const known = formed[field.path];
  if (known) return known;
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'digits':
      return words(20);
    case 'date':
      return day;
    case 'partialDate':
      return partial;
    case 'choice': {
      const rows = field.catalogue ? catalogueRows(field.catalogue) : [];
      return fc.constantFrom(...rows.map(({ code }) => code));
    }
    case 'gender':
      return fc.constantFrom('male', 'female');
    case 'yesNo':
      return fc.boolean();
    case 'year':
      return fc.integer({ min: 1945, max: 2100 });
    case 'integer':
      return field.unit === 'cm' || field.unit === 'kg'
        ? fc.integer({ min: 50, max: 200 })
        : fc.integer({ min: 1, max: 5 });
    case 'decimal':
      return fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100);
    default:
      return assertNever(field.kind);
  }
}

const keyOf = (field: Field) => field.path.split('.').at(-1) ?? '';

/** The fields of a section or a row: the required ones, and any of the others. */
function fieldsOf(section: Section): fc.Arbitrary<JsonObject> {
  const values = Object.fromEntries(section.fields.map((field) => [keyOf(field), valueOf(field)]));
  const requiredKeys = section.fields.filter(({ required }) => required).map(keyOf);
  return fc.record(values, { requiredKeys });
}

const filled = (value: JsonObject) => Object.keys(value).length > 0;

function sectionContent(section: Section): fc.Arbitrary<JsonObject> {
  const one = fieldsOf(section).filter(filled);
  if (!section.repeated) return one;
  return fc.dictionary(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), one, {
    minKeys: 1,
    maxKeys: 3,
  });
}

/** Any whole content: `identity`, and any of the other sections. */
export const anyContent: fc.Arbitrary<JsonObject> = fc.record(
  Object.fromEntries(sections.map((section) => [section.name, sectionContent(section)])),
  { requiredKeys: ['identity'] },
);
