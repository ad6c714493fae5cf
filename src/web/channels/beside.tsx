import { useParams } from 'react-router';
import type { Shown } from '../../listening/connecting/source.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

/** What came along with a message besides its words: what it repeats of earlier mails, folded, and its files. */
export function Beside({ quoted, attachments }: Shown) {
  const { beside: words, aside } = useWords().channels;
  const { number } = useFormats();
  const { id = '' } = useParams();
  return (
    <>
      {attachments.length > 0 && (
        <ul className="mt-2 space-y-1 text-sm" aria-label={words.attachments}>
          {attachments.map(({ publicId, name, bytes, verdict }) => (
            <li key={publicId} className="flex flex-wrap items-center gap-x-2">
              <Icon name="download" className="size-4 text-soft" />
              {verdict === 'too-large' ? (
                <span className="break-all">{name}</span>
              ) : (
                <a href={urls.conversationAttachment(id, publicId)} className="link break-all" download>
                  {name}
                </a>
              )}
              <span className="text-soft">
                {bytes < 1000 ? aside.bytes(bytes) : `${number(Math.round(bytes / 1000))} kB`}
              </span>
              {verdict === 'active' && <span className="text-clay">{words.active}</span>}
              {verdict === 'too-large' && <span className="text-soft">{words.tooLarge}</span>}
            </li>
          ))}
        </ul>
      )}
      {quoted && (
        <details className="mt-2 text-sm text-soft">
          <summary className="cursor-pointer">{words.quoted}</summary>
          <p className="mt-1 border-l-2 border-line pl-3 break-words whitespace-pre-wrap">{quoted}</p>
        </details>
      )}
    </>
  );
}
