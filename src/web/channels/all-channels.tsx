import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

export function AllChannels() {
  return (
    <Link to={urls.channels()} className="link inline-flex items-center gap-1 text-sm">
      <Icon name="previous" className="size-4" />
      {useWords().channels.all}
    </Link>
  );
}
