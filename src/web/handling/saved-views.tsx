import { Link } from 'react-router';
import type { ListData } from '../inbox/listing.ts';
import { placed, viewPlace } from '../inbox/place.ts';
import { useWords } from '../layout/frame.tsx';
import { CountOf } from './count-of.tsx';

/** The colleague's own views and those that are shared, with what is in them. */
export function SavedViews({ list, current }: { list: ListData; current: boolean }) {
  const words = useWords().handling.saved;
  const { saved } = list.arranging;
  if (saved.length === 0) return null;
  return (
    <ul aria-label={words.label} className="border-line lg:mt-3 lg:border-t lg:pt-3!">
      {saved.map(({ publicId, name, view, filter, count }) => (
        <li key={publicId}>
          <Link
            to={placed.inbox({ ...viewPlace(view), filter, saved: publicId })}
            className="view-link"
            aria-current={list.place.saved === publicId ? (current ? 'page' : 'true') : undefined}
          >
            <span className="truncate" title={name}>
              {name}
            </span>
            <CountOf {...count} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
