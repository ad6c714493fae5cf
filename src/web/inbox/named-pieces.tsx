import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { amount } from '../customers/amount.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import type { Opened } from './opening.ts';

type Piece = Opened['named'][number];

/** What the customer speaks of by its number: their own orders, invoices and deliveries, with how those stand. */
export function NamedPieces({ opened: { named, person } }: { opened: Opened }) {
  const { commerce } = useWords().keeping;
  if (named.length === 0 || !person) return null;
  return (
    <ul aria-label={commerce.namedHere} className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {named.map((piece) => (
        <li key={piece.publicId}>
          <Link to={`${urls.customer(person.publicId)}#commerce`} className="link">
            <Named piece={piece} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Named({ piece: { kind, number, state, day, totalMinor, currency } }: { piece: Piece }) {
  const { timeline } = useWords().keeping;
  const { locale, shortDay } = useFormats();
  const now = useNow();
  const parts = [
    `${timeline.kinds[kind]} ${number}`,
    timeline.states[state],
    day && shortDay(noon(day), now),
    totalMinor !== null && currency && amount(totalMinor, currency, locale),
  ];
  return parts.filter(Boolean).join(' · ');
}
