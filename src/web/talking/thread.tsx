import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';

interface ThreadProps {
  view: {
    account: string;
    organisation: string;
    lines: readonly {
      id: string;
      direction: 'in' | 'out';
      text: string;
      at: string;
      files: readonly { name: string; bytes: number }[];
    }[];
  };
}

/** What was said, oldest first: the guest's own lines and our answers. */
export function Thread({ view: { account, organisation, lines } }: ThreadProps) {
  const { thread } = useWords().talking;
  const { moment } = useFormats();
  return (
    <section aria-label={thread.title}>
      <h2 className="mb-3 text-lg font-medium">{thread.title}</h2>
      <ol className="space-y-3">
        {lines.map(({ id, direction, text, at, files }) => (
          <li
            key={id}
            className={`max-w-[85%] rounded-md border px-4 py-3 ${direction === 'out' ? 'border-water bg-water-wash' : 'ml-auto border-line bg-surface'}`}
          >
            <p className="mb-1 text-sm text-soft">
              {direction === 'out' ? organisation : thread.you}, <time dateTime={at}>{moment(at)}</time>
            </p>
            {text && <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>}
            {files.map(({ name }) => (
              <p key={name} className="text-sm wrap-anywhere text-soft">
                <bdi>{name}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="mt-3">
        <a href={urls.talk(account)} className="link">
          {thread.refresh}
        </a>
      </p>
    </section>
  );
}
