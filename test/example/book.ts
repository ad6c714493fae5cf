import type { ExampleAssignment, ExampleClosure, ExampleMessage, ExampleNote } from './organisation.ts';
import type { Channel } from './scene.ts';
import { departmentOf, nameOf } from './staff.ts';
import type { Moment } from './timing.ts';

/** One conversation while it is being written. Times only go forward. */
export interface Book {
  thread: string;
  channel: Channel;
  story?: string;
  /** Nothing in it asks for an answer. */
  idle: boolean;
  urgent: boolean;
  /** Ids of the customer's messages that want something. */
  asking: string[];
  messages: ExampleMessage[];
  notes: ExampleNote[];
  closures: ExampleClosure[];
  assignments: ExampleAssignment[];
}

export function newBook(thread: string, channel: Channel, about: Pick<Book, 'idle' | 'urgent'>): Book {
  return { thread, channel, ...about, asking: [], messages: [], notes: [], closures: [], assignments: [] };
}

interface Writing {
  author: string;
  name: string;
  at: Moment;
  text: string;
  /** False for thanks and for fellow members, who want nothing from us. */
  asks: boolean;
}

export function write(book: Book, { author, name, at, text, asks }: Writing): void {
  const id = put(book, at, {
    author,
    authorName: name,
    inbound: true,
    automatic: false,
    employee: null,
    department: null,
    text,
  });
  if (asks) book.asking.push(id);
}

interface Saying {
  employee: string;
  at: Moment;
  text: string;
}

export function reply(book: Book, { employee, at, text }: Saying): void {
  const sender = {
    author: employee,
    authorName: nameOf(employee),
    employee,
    department: departmentOf(employee),
  };
  put(book, at, { ...sender, inbound: false, automatic: false, text });
}

export function acknowledge(book: Book, at: Moment, text: string): void {
  const sender = { author: null, authorName: 'Waterkracht-assistent', employee: null, department: null };
  put(book, at, { ...sender, inbound: false, automatic: true, text });
}

export function assign(book: Book, employee: string, at: Moment): void {
  book.assignments.push({ thread: book.thread, employee, at: iso(at) });
}

export function note(book: Book, { employee, at, text }: Saying): void {
  book.notes.push({ thread: book.thread, employee, at: iso(at), text });
}

export function close(book: Book, at: Moment, by: Pick<ExampleClosure, 'employee' | 'reason'>): void {
  book.closures.push({ thread: book.thread, at: iso(at), ...by });
}

export function lastOf(book: Book): ExampleMessage | undefined {
  return book.messages.at(-1);
}

/** The customer had the last word and wants something. */
export function isWaitingForUs(book: Book): boolean {
  const spoken = book.messages.filter((message) => !message.automatic);
  return book.asking.includes(spoken.at(-1)?.id ?? '');
}

export function isAnswered(book: Book): boolean {
  return book.messages.some((message) => !message.inbound && !message.automatic);
}

/** Leaves out what lies in the future. */
export function until(book: Book, now: Temporal.Instant): Book {
  const limit = now.toString({ smallestUnit: 'second', roundingMode: 'floor' });
  return {
    ...book,
    messages: book.messages.filter((message) => message.sentAt <= limit),
    notes: book.notes.filter((entry) => entry.at <= limit),
    closures: book.closures.filter((entry) => entry.at <= limit),
    assignments: book.assignments.filter((entry) => entry.at <= limit),
  };
}

export function iso(at: Moment): string {
  return at.toInstant().toString({ smallestUnit: 'second', roundingMode: 'floor' });
}

type Said = Omit<ExampleMessage, 'id' | 'account' | 'channel' | 'sentAt' | 'replyTo' | 'thread' | 'story'>;

function put(book: Book, at: Moment, said: Said): string {
  const previous = lastOf(book);
  const sentAt = iso(at);
  if (previous && previous.sentAt > sentAt)
    throw new RangeError(`${book.thread} goes back in time at ${sentAt}`);
  const id = `${book.thread}-${book.messages.length + 1}`;
  book.messages.push({
    ...said,
    id,
    account: book.channel,
    channel: book.channel,
    sentAt,
    replyTo: previous?.id ?? null,
    thread: book.thread,
    ...(book.story === undefined ? {} : { story: book.story }),
  });
  return id;
}
