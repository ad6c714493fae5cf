import type { Customer } from './customers.ts';
import { neighbourhoods, streets, telephoneTeam } from './names.ts';
import type { Random } from './random.ts';
import type { Language } from './scene.ts';
import type { Fact } from './wording.ts';

/** One conversation's circumstances: who, when, and which details are fixed from outside. */
interface Circumstances {
  random: Random;
  at: Temporal.ZonedDateTime;
  language: Language;
  customer: Customer;
  /** How the customer names the matter later on; may hold details itself. */
  matter: string;
  fixed?: Readonly<Record<string, string>>;
}

type Maker = (now: Circumstances, fact: Fact) => string;

/** Details of one conversation, made on first use and kept. An unknown name is a mistake in a wording. */
export function factsOf(circumstances: Circumstances): Fact {
  const known = new Map(Object.entries(circumstances.fixed ?? {}));
  const fact: Fact = (name) => {
    const value = known.get(name) ?? make(name, circumstances, fact);
    known.set(name, value);
    return value;
  };
  return fact;
}

function make(name: string, circumstances: Circumstances, fact: Fact): string {
  const maker = makers[name];
  if (!maker) throw new Error(`no such detail: <${name}>`);
  return maker(circumstances, fact);
}

const between =
  (from: number, to: number): Maker =>
  ({ random }) =>
    String(random.whole(from, to));

const among =
  (...list: readonly string[]): Maker =>
  ({ random }) =>
    random.pick(list);

const inLanguage =
  (nl: Maker, en: Maker): Maker =>
  (now, fact) =>
    (now.language === 'nl' ? nl : en)(now, fact);

const daysAgo =
  (from: number, to: number): Maker =>
  ({ at, language, random }) =>
    date(at.subtract({ days: random.whole(from, to) }), language);

const monthFrom =
  (from: number, to: number): Maker =>
  ({ at, language, random }) =>
    monthName(at.add({ months: random.whole(from, to) }).month, language);

const makers: Readonly<Record<string, Maker>> = {
  straat: ({ customer, random }) => (random.chance(0.7) ? customer.street : random.pick(streets)),
  huisnr: ({ customer }) => customer.houseNumber,
  plaats: ({ customer }) => customer.town,
  wijk: among(...neighbourhoods),
  klantnr: ({ customer }) => customer.number,
  meneer: ({ customer }) => customer.address.replace(/^heer /, 'meneer '),
  voornaam: ({ customer }) => customer.firstName,
  aanspreking: ({ customer }) => customer.address,
  mail: ({ customer }) => customer.mail,
  tel: ({ random }) => `06-123456${random.whole(10, 99)}`,
  iban: ({ random }) => inventedIban(random),
  geboren: ({ random }) =>
    `${two(random.whole(1, 28))}-${two(random.whole(1, 12))}-${random.whole(1941, 2003)}`,
  contract: ({ random }) => `WKC-${random.whole(20100, 98900)}`,
  factuur: ({ at, random }) => `F${at.year}-${String(random.whole(1200, 9899)).padStart(5, '0')}`,
  order: ({ random }) => `WK-${random.whole(401100, 688900)}`,
  zaak: ({ random }) => `Z-${random.whole(20110, 69890)}`,
  pas: ({ random }) => `LP${random.whole(3010, 8990)}`,
  code: ({ random }) => `${random.pick(['E', 'F', 'U'])}${two(random.whole(1, 48))}`,
  versie: ({ random }) => `${random.whole(4, 5)}.${random.whole(1, 14)}`,
  oud: between(58, 187),
  nieuw: ({ random }, fact) => String(Math.round(Number(fact('oud')) * (1.22 + random.next() * 0.6))),
  midden: (_, fact) => String(Math.round((Number(fact('oud')) * 2 + Number(fact('nieuw'))) / 3)),
  verschil: (_, fact) => String(Number(fact('nieuw')) - Number(fact('oud'))),
  bedrag: between(164, 1190),
  terug: between(38, 410),
  klein: ({ language, random }) => amount(random, language),
  bonus: among('75', '100', '120', '150', '175', '200', '225', '250'),
  kwh: ({ language, random }) => thousands(random.whole(1650, 6900), language),
  stand: between(10240, 68900),
  panelen: between(6, 18),
  graden: among('15', '16', '17', '17,5', '18'),
  leeftijd: between(71, 94),
  wachtende: between(9, 61),
  uren: inLanguage(among('vijf', 'zes', 'zeven', 'acht'), among('five', 'six', 'seven')),
  dagen: inLanguage(
    among('drie', 'vier', 'vijf', 'zes', 'acht', 'negen', 'elf'),
    among('three', 'four', 'six', 'nine'),
  ),
  weken: inLanguage(among('drie', 'vier', 'vijf', 'zes', 'zeven'), among('three', 'four', 'five', 'six')),
  keer: inLanguage(among('tweede', 'derde', 'vierde'), among('second', 'third')),
  venster: inLanguage(
    among(
      'tussen 8 en 10 uur',
      'tussen 10 en 12 uur',
      'tussen 12 en 14 uur',
      'tussen 13 en 15 uur',
      'tussen 15 en 17 uur',
    ),
    among('between 8 and 10', 'between 10 and 12', 'between 13 and 15'),
  ),
  belmoment: inLanguage(
    among('half elf', 'elf uur', 'twee uur', 'half vier', 'kwart over vier'),
    among('half past ten', "two o'clock", "four o'clock"),
  ),
  weekdag: ({ at, language, random }) => dayName(at.add({ days: random.whole(2, 7) }), language),
  toen: daysAgo(5, 26),
  eerder: daysAgo(0, 0),
  straks: ({ at, language, random }) => date(at.add({ days: random.whole(6, 34) }), language),
  maand: monthFrom(-6, -1),
  'maand-straks': monthFrom(1, 4),
  uur: ({ at, language, random }) => clock(at.subtract({ minutes: random.whole(15, 95) }), language),
  klaar: ({ at, fixed, language, random }) => {
    const known = fixed?.hersteld;
    if (known) return language === 'nl' ? known.replace(':', '.') : known;
    return time(at.add({ minutes: random.whole(130, 230) }), language);
  },
  dagdeel: ({ at, language }) => partOfDay(at.hour, language),
  medewerker: among(...telephoneTeam),
  antwoordwoord: among('de uitleg', 'het antwoord', 'de snelle hulp', 'het meedenken'),
  kern: ({ matter }, fact) => matter.replace(/<([a-z-]+)>/g, (_, inner: string) => fact(inner)),
  'kern-hoofd': (_, fact) => fact('kern').charAt(0).toUpperCase() + fact('kern').slice(1),
};

function inventedIban(random: Random): string {
  const bank = random.pick(['PLDR', 'KLEI', 'WADE']);
  const account = String(random.whole(100_000_000, 999_999_999)).padStart(10, '0');
  const digits = `${bank}${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `NL${two(Number(98n - (BigInt(digits) % 97n)))}${bank}${account}`;
}

function amount(random: Random, language: Language): string {
  const whole = random.whole(7, 89);
  const cents = random.pick(['', '', two(random.whole(5, 95))]);
  return cents === '' ? String(whole) : `${whole}${language === 'nl' ? ',' : '.'}${cents}`;
}

function thousands(value: number, language: Language): string {
  return String(value).replace(/(\d)(\d{3})$/, language === 'nl' ? '$1.$2' : '$1,$2');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const days = {
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};
const numbers = 'twaalf een twee drie vier vijf zes zeven acht negen tien elf'.split(' ');

export function monthName(month: number, language: Language): string {
  return months[language][month - 1] ?? '';
}

function date(day: Temporal.ZonedDateTime, language: Language): string {
  return `${day.day} ${monthName(day.month, language)}`;
}

// Technicians and call-backs are planned on working days.
function dayName(day: Temporal.ZonedDateTime, language: Language): string {
  const workday = day.dayOfWeek > 5 ? 1 : day.dayOfWeek;
  return days[language][workday - 1] ?? '';
}

function time(at: Temporal.ZonedDateTime, language: Language): string {
  const quarter = two(Math.floor(at.minute / 15) * 15);
  return language === 'nl' ? `${at.hour}.${quarter}` : `${at.hour}:${quarter}`;
}

/** As people say it: kwart over zeven, half acht. */
function clock(at: Temporal.ZonedDateTime, language: Language): string {
  if (language === 'en') return time(at, language);
  const spoken = (hour: number) => numbers[hour % 12] ?? '';
  const quarters = [
    `${spoken(at.hour)} uur`,
    `kwart over ${spoken(at.hour)}`,
    `half ${spoken(at.hour + 1)}`,
    `kwart voor ${spoken(at.hour + 1)}`,
  ];
  return quarters[Math.floor(at.minute / 15)] ?? '';
}

export function partOfDay(hour: number, language: Language): string {
  const dutch = ['Goedenacht', 'Goedemorgen', 'Goedemiddag', 'Goedenavond'];
  const english = ['Good evening', 'Good morning', 'Good afternoon', 'Good evening'];
  const part = hour < 6 ? 0 : hour < 12 ? 1 : hour < 18 ? 2 : 3;
  return (language === 'nl' ? dutch : english)[part] ?? '';
}

const dutchCounts = 'Nul Eén Twee Drie Vier Vijf Zes Zeven Acht Negen Tien'.split(' ');
const englishCounts = 'Zero One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** A number of days at the start of a sentence; at least two, for the plural. */
export function counted(count: number, language: Language): string {
  const list = language === 'nl' ? dutchCounts : englishCounts;
  return list[Math.min(Math.max(count, 2), 10)] ?? '';
}
