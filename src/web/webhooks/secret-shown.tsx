import { useWords } from '../layout/frame.tsx';
import { Notice } from '../ui/notice.tsx';

/** A secret, right after it was made; it is never shown again. */
export function SecretShown({ secret }: { secret: string }) {
  const words = useWords().webhooks.secret;
  return (
    <div className="mb-5">
      <Notice tone="done" title={words.title}>
        <p>{words.once}</p>
        <p className="my-2">
          <code className="rounded bg-surface px-2 py-1 break-all text-ink select-all">{secret}</code>
        </p>
        <p>{words.why}</p>
      </Notice>
    </div>
  );
}
