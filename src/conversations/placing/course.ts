/**
 * The course of a conversation: what each message changes. Pure; the database rows are written from its outcome,
 * and a conversation that gets a message out of order is run again from the start with the same rules.
 */
export type State = 'new' | 'open' | 'waiting' | 'done';
// new: nobody of us answered yet; open: the customer spoke last; waiting: we did; done: closed, or come to rest.

export interface CourseMessage {
  id: string;
  receivedAt: Date;
  direction: 'in' | 'out';
  /** Milliseconds since 1970. */
  at: number;
  timeKnown: boolean;
  /** Inbound: does it need an answer, and were we spoken to? */
  answerable: boolean;
  addressed: boolean;
  /** Outbound: sent by a machine. */
  automatic: boolean;
}

/** A customer waiting for an answer. Times in milliseconds, durations in seconds. */
export interface Waiting {
  messageId: string;
  receivedAt: Date;
  clock: 'first' | 'again' | 'more';
  openedAt: number;
  openTimeKnown: boolean;
  openedInHours: boolean;
  addressed: boolean;
  closedAt: number | null;
  closeTimeKnown: boolean | null;
  closedBy: 'person' | 'automatic' | 'closure' | null;
  replyMessageId: string | null;
  clockSeconds: number | null;
  hoursSeconds: number | null;
}

export interface Course {
  state: State;
  startedBy: 'customer' | 'us';
  firstAt: number;
  lastAt: number;
  /** Who of the two spoke last; machines do not speak. */
  lastDirection: 'in' | 'out';
  inboundSeq: number;
  /** How often a customer was followed by a person of us. Two or more means there and back again. */
  turns: number;
  /** Answers by people; a machine's answer shows in `waiting` only. */
  replies: number;
  firstReplyAt: number | null;
  /** Those that may still change: waiting now, or closed by a machine. */
  waiting: Waiting[];
  asked: boolean;
}

/** Opening hours of the calendar in force; both answers in or from milliseconds since 1970. */
export interface Hours {
  isOpen(at: number): boolean;
  seconds(from: number, to: number): number;
}

const day = 86_400_000;
/** A machine's answer stands only when the customer lets it rest for a day (domain 3.1). */
const botPatience = day;
/** After two weeks in which nobody waited for anybody, a conversation is done. */
export const quietAfter = 14 * day;

export function startCourse(message: CourseMessage): Course {
  return {
    state: message.direction === 'in' ? 'new' : 'done',
    startedBy: message.direction === 'in' ? 'customer' : 'us',
    firstAt: message.at,
    lastAt: message.at,
    lastDirection: message.direction,
    inboundSeq: 0,
    turns: 0,
    replies: 0,
    firstReplyAt: null,
    waiting: [],
    asked: false,
  };
}

/** What an outbound message is: an answer to a customer who wrote before, or a post of our own. */
export function kindOf(course: Course, message: CourseMessage): 'in' | 'reply' | 'post' {
  if (message.direction === 'in') return 'in';
  return course.inboundSeq > 0 ? 'reply' : 'post';
}

/** The course after `message`, which is not earlier than any before it. Changes `course` and gives it back. */
export function follow(course: Course, message: CourseMessage, hours: Hours): Course {
  const rest = restsAt(course);
  if (rest !== null && message.at >= rest) course.state = 'done';
  if (message.direction === 'in') hearCustomer(course, message, hours);
  else if (course.inboundSeq > 0) hearUs(course, message, hours);
  course.firstAt = Math.min(course.firstAt, message.at);
  course.lastAt = Math.max(course.lastAt, message.at);
  if (!message.automatic || message.direction === 'in') course.lastDirection = message.direction;
  return course;
}

function hearCustomer(course: Course, message: CourseMessage, hours: Hours): void {
  course.inboundSeq += 1;
  const closed = course.state === 'done';
  course.state = course.startedBy === 'customer' && course.replies === 0 ? 'new' : 'open';
  reopenAfterMachine(course, message);
  if (!message.answerable) return;
  const someoneWaits = course.waiting.some((w) => w.closedAt === null);
  course.waiting.push({
    messageId: message.id,
    receivedAt: message.receivedAt,
    clock: someoneWaits && !closed ? 'more' : course.asked ? 'again' : 'first',
    openedAt: message.at,
    openTimeKnown: message.timeKnown,
    openedInHours: message.timeKnown && hours.isOpen(message.at),
    addressed: message.addressed,
    ...stillOpen,
  });
  course.asked = true;
}

const stillOpen = {
  closedAt: null,
  closeTimeKnown: null,
  closedBy: null,
  replyMessageId: null,
  clockSeconds: null,
  hoursSeconds: null,
} as const;

/** Who writes again within a day of a machine's answer was not helped by it: the waiting goes on. */
function reopenAfterMachine(course: Course, message: CourseMessage): void {
  for (const waiting of course.waiting) {
    if (waiting.closedBy !== 'automatic' || waiting.closedAt === null) continue;
    if (message.at - waiting.closedAt < botPatience) Object.assign(waiting, stillOpen);
  }
}

function hearUs(course: Course, message: CourseMessage, hours: Hours): void {
  if (!message.automatic) {
    course.replies += 1;
    if (course.lastDirection === 'in') course.turns += 1;
    course.firstReplyAt ??= message.at;
    course.state = 'waiting';
  }
  for (const waiting of course.waiting) if (mayClose(waiting, message)) close(waiting, message, hours);
}

/** What waits; and while a machine's answer has not stood for its day, a colleague's takes over from it. */
function mayClose({ closedAt, closedBy }: Waiting, message: CourseMessage): boolean {
  if (closedAt === null) return true;
  return closedBy === 'automatic' && !message.automatic && message.at - closedAt < botPatience;
}

function close(waiting: Waiting, message: CourseMessage, hours: Hours): void {
  const timed = waiting.openTimeKnown && message.timeKnown;
  waiting.closedAt = message.at;
  waiting.closeTimeKnown = message.timeKnown;
  waiting.closedBy = message.automatic ? 'automatic' : 'person';
  waiting.replyMessageId = message.id;
  waiting.clockSeconds = timed ? Math.round((message.at - waiting.openedAt) / 1000) : null;
  waiting.hoursSeconds = timed ? Math.round(hours.seconds(waiting.openedAt, message.at)) : null;
}

/**
 * Those who wait for a colleague. While nobody has answered yet, a machine's answer ends no waiting here: it may count
 * in the figures, but a person still has to see that it was an answer and no acknowledgement of receipt.
 */
export function waitsForPerson(course: Course): Waiting[] {
  return course.waiting.filter(
    (w) => w.closedAt === null || (course.state === 'new' && w.closedBy === 'automatic'),
  );
}

/** When the conversation comes to rest by itself; null while a customer waits for us. */
export function restsAt(course: Course): number | null {
  if (course.state === 'done') return null;
  return waitsForPerson(course).length > 0 ? null : course.lastAt + quietAfter;
}
