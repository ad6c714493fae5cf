import { type Book, newBook, write } from '../book.ts';
import { type Customer, handleOf } from '../customers.ts';
import { zone } from '../timing.ts';

const copies = 9;
const daysBack = 5;
const text =
  'Vaste leveringskosten omhoog terwijl we minder verbruiken? Waterkracht, draai dit terug en luister naar uw klanten! #vastekosten';
const ends = ['', ' @waterkracht', ' 😡', ' https://petitie.example/vaste-kosten', ' Wie doet er mee?'];

/** A call to copy and paste: in an evening nine people say nearly the same, and nobody has taken it up yet. */
export function campaign(now: Temporal.Instant, customers: readonly Customer[]): Book[] {
  const evening = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: daysBack })
    .toZonedDateTime({ timeZone: zone, plainTime: '20:04' });
  const writers = customers.filter(({ handles }) => handles.some(({ channel }) => channel === 'x'));
  return writers.slice(-copies).map((customer, index) => {
    const book = newBook(`s9${String(index + 1).padStart(3, '0')}`, 'x', { idle: false, urgent: false });
    book.story = 'campaign';
    write(book, {
      author: handleOf(customer, 'x'),
      name: customer.name,
      at: evening.add({ minutes: index * 11 }),
      text: `${text}${ends[index % ends.length]}`,
      asks: false,
    });
    return book;
  });
}
