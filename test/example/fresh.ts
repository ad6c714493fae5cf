import { assign, type Book, isWaitingForUs, lastOf, until } from './book.ts';
import { type HalfYear, isBetween, playOne } from './half-year.ts';
import { momentOn, zone } from './timing.ts';

const freshQuestions = 12;
const alsoAnswered = 9;

/**
 * The last two days: a dozen that still wait for an answer, and some that got one. `already` waiting ones
 * (an older conversation in which the customer just came back) count as well.
 */
export function freshInbox(year: HalfYear, already: number): Book[] {
  const { cast, now } = year;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const books: Book[] = [];
  const wanted = { waiting: Math.max(0, freshQuestions - already), answered: alsoAnswered };
  for (let attempt = 0; attempt < 400 && wanted.waiting + wanted.answered > 0; attempt++) {
    const at = momentOn(today.subtract({ days: cast.random.whole(0, 2) }), cast.random);
    if (!isBetween(at, now.subtract({ hours: 47 }), now.subtract({ minutes: 4 }))) continue;
    const book = until(playOne(year, { at }, `v${String(books.length + 1).padStart(4, '0')}`), now);
    const kind = isWaitingForUs(book) ? 'waiting' : 'answered';
    if (wanted[kind] === 0 || (kind === 'waiting' && book.urgent)) continue;
    wanted[kind] -= 1;
    books.push(book);
  }
  divide(year, books.filter(isWaitingForUs));
  return books;
}

/** Els and Joost have each taken three; the rest is for whoever comes first. */
function divide({ cast, now }: HalfYear, waiting: readonly Book[]): void {
  const oldestFirst = [...waiting].sort((a, b) =>
    (lastOf(a)?.sentAt ?? '') < (lastOf(b)?.sentAt ?? '') ? -1 : 1,
  );
  oldestFirst.slice(0, 6).forEach((book, index) => {
    const asked = Temporal.Instant.from(lastOf(book)?.sentAt ?? '').epochMilliseconds;
    const share = cast.random.next() * 0.8;
    const at = Temporal.Instant.fromEpochMilliseconds(
      Math.floor(asked + (now.epochMilliseconds - asked) * share),
    );
    book.assignments.length = 0;
    assign(book, index % 2 === 0 ? 'els' : 'joost', at.toZonedDateTimeISO(zone));
  });
}
