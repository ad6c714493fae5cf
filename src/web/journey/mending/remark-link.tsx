import { Link } from 'react-router';
import type { RemarkKind } from '../../../journey/remarking/remark.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';

/** Below every text of the house: the way to say that something in it is wrong. */
export function RemarkLink({ kind, about }: { kind: RemarkKind; about: string }) {
  const { link } = useWords().remarks;
  return (
    <p className="mt-5 text-sm print:hidden">
      <Link to={urls.remarks({ kind, about })} className="link">
        {link}
      </Link>
    </p>
  );
}
