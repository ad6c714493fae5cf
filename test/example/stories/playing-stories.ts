import type { CompiledCalendar } from '../../../src/organisation/calendar.ts';
import { assign, type Book, close, newBook, note, reply, write } from '../book.ts';
import { type Customer, handleOf } from '../customers.ts';
import { monthName } from '../facts.ts';
import { departmentOf, nameOf } from '../staff.ts';
import { type Moment, workdayBack, workdayFrom, zone } from '../timing.ts';
import { backOfficeStories } from './back-office.ts';
import { campaign } from './campaign.ts';
import { engagementStories } from './engagement.ts';
import type { StoryLine, StoryScript } from './story.ts';

/** The account from which Pieter answers on his own initiative; Waterkracht does not know it as its own. */
export const pionierAccount = '@pieter_van_de_storing';

interface Stage {
  now: Temporal.Instant;
  hours: CompiledCalendar;
  customers: readonly Customer[];
}

export function playStories(stage: Stage): Book[] {
  const scripts = [...backOfficeStories, ...engagementStories];
  const played = scripts.map((script, index) =>
    playStory(stage, script, `s${String(index + 1).padStart(4, '0')}`),
  );
  return [...played, ...campaign(stage.now, stage.customers)];
}

interface Performance {
  stage: Stage;
  book: Book;
  customer: Customer | undefined;
}

function playStory(stage: Stage, script: StoryScript, thread: string): Book {
  const book = newBook(thread, script.channel, { idle: false, urgent: script.story === 'vulnerable' });
  book.story = script.story;
  const dates = datesOf(stage, script);
  for (const line of script.lines) {
    const date = dates.get(line.day ?? 0) ?? dateBack(stage, script.daysBack);
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: line.time });
    const customer = stage.customers.find((known) => known.key === line.by);
    speak({ stage, book, customer }, line, at);
  }
  return book;
}

/** The date of every day of the script: later than the one before, and a working day where it must be. */
function datesOf(stage: Stage, script: StoryScript): Map<number, Temporal.PlainDate> {
  const first = script.anyDay
    ? dateBack(stage, script.daysBack)
    : workdayBack(stage.now, script.daysBack, stage.hours);
  const dates = new Map<number, Temporal.PlainDate>();
  let latest = first.subtract({ days: 1 });
  for (const { day = 0, workday } of script.lines) {
    if (dates.has(day)) continue;
    const planned = first.add({ days: day });
    const free = Temporal.PlainDate.compare(planned, latest) > 0 ? planned : latest.add({ days: 1 });
    latest = workday ? workdayFrom(free, stage.hours) : free;
    dates.set(day, latest);
  }
  return dates;
}

function speak({ stage, book, customer }: Performance, line: StoryLine, at: Moment): void {
  const employee = line.by;
  const text = dated(stage, line.text);
  if (line.kind === 'note') note(book, { employee, at, text });
  else if (line.kind === 'assign') assign(book, employee, at);
  else if (line.kind === 'close') close(book, at, { employee, reason: 'solved' });
  else if (!customer) reply(book, { employee, at, text });
  else {
    const author = handleOf(customer, book.channel);
    write(book, { author, name: customer.name, at, text, asks: text.includes('?') });
  }
  if (line.kind === 'pionier') fromOwnAccount(book);
}

function fromOwnAccount(book: Book): void {
  const sent = book.messages.at(-1);
  if (!sent) return;
  sent.account = pionierAccount;
  sent.author = pionierAccount;
  sent.authorName = `${nameOf('pieter')} (storing)`;
  sent.department = departmentOf('pieter');
}

function dated(stage: Stage, text: string): string {
  const today = stage.now.toZonedDateTimeISO(zone);
  return text
    .replaceAll('<jaar>', String(today.year))
    .replaceAll('<maand>', monthName(today.subtract({ months: 6 }).month, 'nl'));
}

function dateBack(stage: Stage, days: number): Temporal.PlainDate {
  return stage.now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days });
}
