import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Course, type CourseMessage, follow, type Hours, startCourse, type Waiting } from './course.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Open in the even hours: enough to tell opening hours from the clock. */
const hours: Hours = {
  isOpen: (at) => Math.floor(at / hour) % 2 === 0,
  seconds: (from, to) => {
    let open = 0;
    for (let at = from; at < to; ) {
      const next = Math.min(to, (Math.floor(at / hour) + 1) * hour);
      if (Math.floor(at / hour) % 2 === 0) open += next - at;
      at = next;
    }
    return open / 1000;
  },
};

const gap = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((n) => n * minute),
  fc.constantFrom(day - minute, day, day + minute, 3 * day, 13 * day, 14 * day, 15 * day),
);
const said = fc.record({
  gap,
  direction: fc.constantFrom('in', 'in', 'out') as fc.Arbitrary<'in' | 'out'>,
  answerable: fc.boolean(),
  addressed: fc.boolean(),
  timeKnown: fc.oneof(
    { weight: 8, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  automatic: fc.oneof(
    { weight: 3, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** A conversation of Fatima with Els, Joost and the machine, in order of time. */
const dialogue = fc.array(said, { minLength: 1, maxLength: 12, size: 'max' }).map((all): CourseMessage[] => {
  let at = Date.UTC(2026, 5, 1, 10);
  return all.map(({ gap, automatic, ...one }, i) => {
    at += gap;
    return {
      ...one,
      id: String(i + 1),
      receivedAt: new Date(at),
      at,
      automatic: one.direction === 'out' && automatic,
    };
  });
});

interface Rules {
  start: typeof startCourse;
  follow: typeof follow;
}

function run(
  { start, follow }: Rules,
  messages: readonly CourseMessage[],
): { course: Course; settled: Waiting[] } {
  const [first] = messages;
  if (!first) throw new Error('no messages');
  const course = start(first);
  for (const message of messages) follow(course, { ...message }, hours);
  return { course, settled: course.waiting };
}

/** The answer that stands for a message: the first by a person, unless a machine's was left alone for a day before. */
function standingAnswer(messages: readonly CourseMessage[], asked: CourseMessage): CourseMessage | undefined {
  const later = messages.slice(messages.indexOf(asked) + 1);
  let standing: CourseMessage | undefined;
  for (const message of later) {
    const rested = standing !== undefined && message.at - standing.at >= day;
    if (rested) return standing;
    if (message.direction === 'in') standing = undefined;
    else if (!message.automatic) return message;
    else standing ??= message;
  }
  return standing;
}

/** Slow and by the words of domain 3.1: each answerable message waits until the answer that stands for it. */
function oracle(messages: readonly CourseMessage[]): Waiting[] {
  const asked = messages.filter((m) => m.direction === 'in' && m.answerable);
  return asked.map((message) => {
    const before = messages.slice(0, messages.indexOf(message) + 1);
    const earlier = asked.slice(0, asked.indexOf(message));
    const waits = earlier.some((m) => standingAnswer(before, m) === undefined);
    const answer = standingAnswer(messages, message);
    const timed = answer !== undefined && message.timeKnown && answer.timeKnown;
    return {
      messageId: message.id,
      receivedAt: message.receivedAt,
      clock: waits ? 'more' : earlier.length > 0 ? 'again' : 'first',
      openedAt: message.at,
      openTimeKnown: message.timeKnown,
      openedInHours: message.timeKnown && hours.isOpen(message.at),
      addressed: message.addressed,
      closedAt: answer?.at ?? null,
      closeTimeKnown: answer?.timeKnown ?? null,
      closedBy: answer ? (answer.automatic ? 'automatic' : 'person') : null,
      replyMessageId: answer?.id ?? null,
      clockSeconds: timed ? (answer.at - message.at) / 1000 : null,
      hoursSeconds: timed ? hours.seconds(message.at, answer.at) : null,
    };
  });
}

const laws: Record<string, (rules: Rules, messages: readonly CourseMessage[]) => boolean> = {
  'every answerable message has exactly one interval, and it is the one the definitions give': (
    rules,
    messages,
  ) => JSON.stringify(run(rules, messages).settled) === JSON.stringify(oracle(messages)),
  'intervals close after they open, and one clock never starts while another runs': (rules, messages) => {
    const { settled } = run(rules, messages);
    if (settled.some((w) => w.closedAt !== null && w.closedAt < w.openedAt)) return false;
    return settled.every((w, i) => {
      const before = messages.filter((m) => m.at <= w.openedAt);
      const running = settled.slice(0, i).some((e) => {
        const asked = before.find((m) => m.id === e.messageId);
        return asked !== undefined && standingAnswer(before, asked) === undefined;
      });
      return w.clock === 'more' ? running : !running;
    });
  },
  'what was counted is what is there': (rules, messages) => {
    const { course } = run(rules, messages);
    const inbound = messages.filter((m) => m.direction === 'in');
    const firstIn = messages.findIndex((m) => m.direction === 'in');
    const people = messages.filter(
      (m, i) => m.direction === 'out' && !m.automatic && firstIn >= 0 && i > firstIn,
    );
    const speaking = messages.filter((m) => !m.automatic);
    const turns = speaking.filter(
      (m, i) => m.direction === 'out' && speaking[i - 1]?.direction === 'in',
    ).length;
    return (
      course.inboundSeq === inbound.length &&
      course.replies === people.length &&
      course.turns === turns &&
      course.firstReplyAt === (people[0]?.at ?? null) &&
      course.firstAt === messages[0]?.at &&
      course.lastAt === messages.at(-1)?.at &&
      course.asked === inbound.some((m) => m.answerable)
    );
  },
  'its state tells who is to act, and after two weeks in which nobody waited nobody is': (
    rules,
    messages,
  ) => {
    const answered = (prefix: readonly CourseMessage[]) =>
      prefix.some((m) => m.direction === 'out' && !m.automatic);
    const isNew = (prefix: readonly CourseMessage[]) => messages[0]?.direction === 'in' && !answered(prefix);
    const open = (prefix: readonly CourseMessage[]) =>
      oracle(prefix).some((w) => w.closedAt === null || (w.closedBy === 'automatic' && isNew(prefix)));
    let state: Course['state'] = messages[0]?.direction === 'in' ? 'new' : 'done';
    for (const [i, message] of messages.entries()) {
      const before = messages.slice(0, i);
      const asked = before.some((m) => m.direction === 'in');
      const rested = asked && !open(before) && message.at - (before.at(-1)?.at ?? 0) >= 14 * day;
      if (rested) state = 'done';
      if (message.direction === 'in')
        state = messages[0]?.direction === 'in' && !answered(before) ? 'new' : 'open';
      else if (asked && !message.automatic) state = 'waiting';
    }
    return run(rules, messages).course.state === state;
  },
  'stopping anywhere, forgetting all that can no longer change, and going on gives the same': (
    rules,
    messages,
  ) => {
    const whole = run(rules, messages).course;
    for (let cut = 1; cut < messages.length; cut += 1) {
      const kept = new Map<string, Waiting>();
      let course = run(rules, messages.slice(0, cut)).course;
      for (const message of messages.slice(cut)) {
        for (const waiting of course.waiting) kept.set(waiting.messageId, waiting);
        course = structuredClone(course);
        course.waiting = course.waiting.filter((w) => w.closedAt === null || w.closedBy === 'automatic');
        rules.follow(course, message, hours);
      }
      for (const waiting of course.waiting) kept.set(waiting.messageId, waiting);
      course.waiting = [...kept.values()].sort((a, b) => Number(a.messageId) - Number(b.messageId));
      if (JSON.stringify(course) !== JSON.stringify(whole)) return false;
    }
    return true;
  },
};

const real: Rules = { start: startCourse, follow };

/** The real rules with one thing changed before or after each step. */
function changed(change: {
  message?: (message: CourseMessage, course: Course) => CourseMessage;
  after?: (course: Course, message: CourseMessage, before: Course) => void;
}): Rules {
  return {
    start: startCourse,
    follow: (course, message, hours) => {
      const before = structuredClone(course);
      follow(course, change.message?.(message, course) ?? message, hours);
      change.after?.(course, message, before);
      return course;
    },
  };
}

const mutants: Record<string, Rules> = {
  'an answer closes nothing': changed({
    after: (course, message, before) => {
      if (message.direction === 'out') course.waiting = before.waiting;
    },
  }),
  'a machine counts as a person': changed({ message: (message) => ({ ...message, automatic: false }) }),
  'a machine’s answer always stands': changed({
    after: (course, message, before) => {
      if (message.direction !== 'in') return;
      for (const [i, waiting] of before.waiting.entries())
        if (waiting.closedAt !== null) course.waiting[i] = waiting;
    },
  }),
  'writing again after an answer is no new clock': changed({
    after: (course) => {
      for (const waiting of course.waiting) if (waiting.clock === 'again') waiting.clock = 'more';
    },
  }),
  'every answer is a turn': changed({
    after: (course, message, before) => {
      if (message.direction === 'out' && before.inboundSeq > 0) course.turns = before.turns + 1;
    },
  }),
  'a turn is counted when the customer speaks as well': changed({
    after: (course, message, before) => {
      if (message.direction === 'in' && before.lastDirection === 'out') course.turns += 1;
    },
  }),
  'opening hours run from the wrong end': changed({
    after: (course) => {
      for (const waiting of course.waiting)
        if (waiting.hoursSeconds !== null && waiting.closedAt !== null)
          waiting.hoursSeconds = hours.seconds(
            waiting.closedAt,
            waiting.closedAt + (waiting.closedAt - waiting.openedAt),
          );
    },
  }),
  'an unknown time is measured': changed({ message: (message) => ({ ...message, timeKnown: true }) }),
  'a post of ours before any question is an answer': changed({
    after: (course, message, before) => {
      if (message.direction === 'out' && before.inboundSeq === 0) course.replies += 1;
    },
  }),
  'what needs no answer waits as well': changed({ message: (message) => ({ ...message, answerable: true }) }),
  'an answer closes only what waits longest': changed({
    after: (course, message, before) => {
      if (message.direction === 'out')
        course.waiting = [...course.waiting.slice(0, 1), ...before.waiting.slice(1)];
    },
  }),
  'the last answer counts as the first': changed({
    after: (course, message) => {
      if (message.direction === 'out' && course.firstReplyAt !== null) course.firstReplyAt = message.at;
    },
  }),
  'who was answered is still to be answered': changed({
    after: (course, message) => {
      if (message.direction === 'out' && course.state === 'waiting') course.state = 'open';
    },
  }),
  'two weeks of rest change nothing': changed({
    after: (course, message, before) => {
      if (message.automatic && message.direction === 'out') course.state = before.state;
    },
  }),
};

function noticed(rules: Rules): boolean {
  return Object.values(laws).some((law) => {
    const property = fc.property(dialogue, (messages) => law(rules, messages));
    return fc.check(property, { numRuns: 6000, endOnFailure: true }).failed;
  });
}

describe('the course of a conversation', () => {
  test.each(Object.keys(laws))('%s', (name) => {
    fc.assert(
      fc.property(dialogue, (messages) => laws[name]?.(real, messages) === true),
      { numRuns: 1500 },
    );
  });

  test.each(Object.keys(mutants))('would be noticed if it were broken: %s', (name) => {
    expect(noticed(mutants[name] as Rules)).toBe(true);
  });
});
