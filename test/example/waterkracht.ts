import { type Book, isWaitingForUs, until } from './book.ts';
import { castOf } from './casting.ts';
import { commerceOf } from './commerce.ts';
import { type Customer, population } from './customers.ts';
import { freshInbox } from './fresh.ts';
import { days, type HalfYear, ordinaryDays, outageDay } from './half-year.ts';
import type { ExampleAccount, ExampleCustomer, ExampleOrganisation } from './organisation.ts';
import { ownPosts } from './posts.ts';
import { deckOf, randomFrom } from './random.ts';
import type { Channel } from './scene.ts';
import { accountNames, departments, staff } from './staff.ts';
import { playStories } from './stories/playing-stories.ts';
import { openingHours, waterkrachtHours } from './timing.ts';
import { finish } from './traces.ts';

const weeks = 26;
const people = 620;

/**
 * The example organisation: an energy supplier in the half year up to `now`, in which a webcare pilot in
 * office hours began. Invented from beginning to end. The same `now` and `seed` give the same organisation.
 */
export function waterkracht(now: Temporal.Instant, seed = 1): ExampleOrganisation {
  const random = randomFrom(seed);
  const customers = population(random, people);
  const hours = openingHours(now);
  const start = now.subtract({ hours: weeks * 7 * 24 });
  const year: HalfYear = {
    cast: castOf(random, deckOf(random), customers),
    rota: { random, hours, start },
    now,
  };
  const books = written(year);
  for (const book of books) finish({ random, hours, now }, book);
  return assembled({ now, customers, books: books.map((book) => until(book, now)) });
}

function written(year: HalfYear): Book[] {
  const { cast, rota, now } = year;
  const stage = { now, hours: rota.hours, customers: cast.customers };
  const posts = ownPosts(cast.random, days(year)).filter((book) => isWithin(book, rota.start));
  const past = [...ordinaryDays(year), ...outageDay(year), ...playStories(stage), ...posts].map((book) =>
    until(book, now),
  );
  const recent = now.subtract({ hours: 48 }).toString();
  const comingBack = past.filter(
    (book) => isWaitingForUs(book) && (book.messages.at(-1)?.sentAt ?? '') > recent,
  );
  return [...past, ...freshInbox(year, comingBack.length)];
}

function isWithin(book: Book, start: Temporal.Instant): boolean {
  return (book.messages[0]?.sentAt ?? '') >= start.toString();
}

interface Ingredients {
  now: Temporal.Instant;
  customers: readonly Customer[];
  books: readonly Book[];
}

function assembled({ now, customers, books }: Ingredients): ExampleOrganisation {
  const messages = books.flatMap((book) => book.messages).sort((a, b) => compare(a.sentAt, b.sentAt));
  return {
    name: 'Waterkracht',
    timezone: 'Europe/Amsterdam',
    locale: 'nl',
    departments: departments.map((department) => ({ ...department })),
    employees: staff(),
    calendar: waterkrachtHours(now),
    accounts: accounts(),
    customers: customers.map(known),
    commerce: commerceOf(customers, now),
    messages,
    notes: books.flatMap((book) => book.notes).sort((a, b) => compare(a.at, b.at)),
    closures: books.flatMap((book) => book.closures).sort((a, b) => compare(a.at, b.at)),
    assignments: books.flatMap((book) => book.assignments).sort((a, b) => compare(a.at, b.at)),
  };
}

function accounts(): ExampleAccount[] {
  const channels = Object.keys(accountNames) as Channel[];
  return channels.map((channel) => ({ key: channel, channel, name: accountNames[channel], canReply: false }));
}

function known({ key, name, handles, relation }: Customer): ExampleCustomer {
  return { key, name, handles: handles.map((handle) => ({ ...handle })), relation };
}

// Stable: messages of one second keep the order in which they were written.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
