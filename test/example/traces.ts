import type { CompiledCalendar } from '../../src/organisation/calendar.ts';
import { type Book, close, isAnswered, iso, isWaitingForUs, lastOf } from './book.ts';
import type { Random } from './random.ts';
import { afterOpenMinutes, type Moment, zone } from './timing.ts';

interface Finishing {
  random: Random;
  hours: CompiledCalendar;
  now: Temporal.Instant;
}

/** Closes what is over: solved, asking for nothing, or left lying too long to answer. */
export function finish(finishing: Finishing, book: Book): void {
  const last = lastOf(book);
  // What is copied and pasted lies there until somebody takes it up as one.
  if (!last || book.closures.length > 0 || book.story === 'campaign') return;
  const { random, hours, now } = finishing;
  const at = Temporal.Instant.from(last.sentAt).toZonedDateTimeISO(zone);
  const by = lastAnswerer(book);
  const hoursOld = (now.epochMilliseconds - at.epochMilliseconds) / 3_600_000;
  if (!isWaitingForUs(book)) {
    const reason = isAnswered(book) ? 'solved' : 'no_answer_needed';
    close(book, afterOpenMinutes(hours, at, random.around(last.inbound ? 45 : 280, 1.6)), {
      employee: by,
      reason,
    });
  } else if (hoursOld > 48) {
    close(book, swept(finishing, at), { employee: random.pick(['els', 'mirjam']), reason: 'expired' });
  }
}

/** Two days without an answer, and the colleague who tidies up gives it up. */
function swept({ now, random, hours }: Finishing, at: Moment): Moment {
  const planned = afterOpenMinutes(hours, at.add({ hours: 48 }), random.whole(10, 600));
  const latest = now.toZonedDateTimeISO(zone).subtract({ minutes: random.whole(5, 90) });
  return iso(planned) < iso(latest) ? planned : latest;
}

function lastAnswerer(book: Book): string {
  const answers = book.messages.filter((message) => message.employee !== null);
  return answers.at(-1)?.employee ?? 'els';
}
