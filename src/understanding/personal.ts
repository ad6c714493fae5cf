import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { namesIn } from './names.ts';
import type { Tokens } from './tokens.ts';
import type { Finding } from './understanding.ts';

const email = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ibanShape = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{2,4}){2,8}(?![\p{L}\p{N}])/gu;
const ibanSmall = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}[a-z]{4}\d{8,22}(?![\p{L}\p{N}])/gu;
const ibanStart = /[A-Za-z]{2}\d{2}/;
const manyDigits = /\d[\d\s()./-]{7,}\d/;
const fewestDigits = 9;
const postcode = /(?<![\p{L}\p{N}@/.:-])[1-9]\d{3} ?([A-Z]{2})(?![\p{L}\p{N}@-])/gu;
const smallPostcode = /(?<![\p{L}\p{N}@/.:-])[1-9]\d{3}([a-z]{2})(?=,? (?:nr |nummer )?\d{1,4}(?!\p{N}))/gu;
const britishPostcode = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu;
/** Two capitals after four digits that are words or units, or that the post never gave out. */
const notPostcode = new Set(
  'AM PM TO IN ON AT OF IS HR EU KG KM CM MM GB MB KB TB KW NL DE EN IK WE JE ZE OF OP SA SD SS US UK'.split(
    ' ',
  ),
);
/** A date of birth has its year in full, a postcode of ours begins so. */
const fourDigits = /\d{4}/;
const month = '(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\\p{L}*\\.?';
const birth = new RegExp(
  `(?:geboren(?: op)?|geb\\.?|geboortedatum|geb\\.?datum|born(?: on)?|date of birth|birth ?date|dob|birthday|geboren am)\\W{0,3}(?:\\p{L}+ ){0,2}(\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:19|20)\\d\\d|\\d{4}-\\d\\d-\\d\\d|\\d{1,2} ${month} (?:19|20)\\d\\d|${month} \\d{1,2},? (?:19|20)\\d\\d)`,
  'giu',
);

const personalOf: Readonly<Record<string, string>> = {
  order: 'order',
  booking: 'order',
  parcel: 'order',
  customer: 'customer',
  policy: 'customer',
  contract: 'customer',
  invoice: 'invoice',
};

/** What in the text is about an identifiable person. Kinds and their limits: see the module's README. */
export function personalIn(
  tokens: Tokens,
  references: readonly Finding[],
  health: readonly string[],
): Finding[] {
  const found: Finding[] = [];
  const add = (kind: string, value: string) => {
    if (!found.some((finding) => finding.kind === kind && finding.value === value))
      found.push({ kind, value });
  };
  for (const name of namesIn(tokens.text)) add('name', name);
  if (tokens.hasAt && hasAddress(tokens.text))
    for (const match of tokens.text.matchAll(email)) add('email', match[0]);
  if (tokens.hasDigit) addNumbers(tokens.text, references, add);
  for (const { kind, value } of references) {
    const personal = personalOf[kind];
    if (personal !== undefined) add(personal, value);
  }
  for (const word of health) add('health', word);
  return found;
}

/** Most signs of that kind open a handle; in an address something stands right before it. */
function hasAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
    if (text.charCodeAt(at - 1) > 0x20) return true;
  return false;
}

function addNumbers(
  text: string,
  references: readonly Finding[],
  add: (kind: string, value: string) => void,
): void {
  const ibans = ibanStart.test(text) ? ibansIn(text) : [];
  for (const iban of ibans) add('iban', iban);
  if (manyDigits.test(text)) {
    const taken = [...ibans, ...references.map(({ value }) => value)];
    for (const phone of phonesIn(text))
      if (!taken.some((value) => value.includes(phone))) add('phone', phone);
  }
  for (const match of text.matchAll(britishPostcode)) add('postcode', match[0]);
  if (!fourDigits.test(text)) return;
  for (const match of text.matchAll(postcode))
    if (!notPostcode.has(match[1] ?? '')) add('postcode', match[0]);
  for (const match of text.matchAll(smallPostcode)) add('postcode', match[0]);
  for (const match of text.matchAll(birth)) if (match[1] !== undefined) add('birthdate', match[1]);
}

/** The pattern may run on into the next word, so groups are taken off until the check digits are right. */
function ibansIn(text: string): string[] {
  const found: string[] = [];
  for (const match of [...text.matchAll(ibanShape), ...text.matchAll(ibanSmall)]) {
    let candidate = match[0];
    while (candidate.length > 14 && !isValidIBAN(electronicFormatIBAN(candidate)?.toUpperCase() ?? '')) {
      candidate = candidate.replace(/[ -]?[A-Z\d]+$/i, '');
    }
    if (candidate.length > 14) found.push(candidate);
  }
  return found;
}

/** Valid numbers of at least nine digits; the organisation is taken to be Dutch. */
function phonesIn(text: string): string[] {
  return findPhoneNumbersInText(text, { defaultCountry: 'NL', extended: false })
    .filter(({ number }) => number.isValid() && number.nationalNumber.length >= fewestDigits)
    .map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt));
}
