import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Outside the scope that was agreed: it says so, and when it opens again; a note can still be written. */
export function AnsweringClosed({ opensAt }: { opensAt: string | null }) {
  const { closedNow: words } = useWords().pilots;
  const { moment } = useFormats();
  return (
    <p className="flex items-start gap-2 px-4 py-3 text-sm text-soft md:px-6">
      <Icon name="clock" className="mt-0.5 size-4" />
      <span>
        {opensAt ? words.until(moment(opensAt)) : words.never}{' '}
        <Link to={urls.pilots()} className="link">
          {words.why}
        </Link>
      </span>
    </p>
  );
}
