import { useFetcher } from 'react-router';
import type { Suggestion } from '../../listening/assisting/suggestions.ts';
import type { ActAnswer } from '../inbox/acting.ts';
import { Failed } from '../inbox/failed.tsx';
import type { ShownMessage } from '../inbox/opening.ts';
import { classNameIn, type ShownHead } from '../inbox/shown-head.ts';
import { useScripted } from '../inbox/use-acts.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';

interface SuggestedProps {
  message: ShownMessage;
  heads: readonly ShownHead[];
}

/** What a model proposes where nothing here was sure. It counts when a colleague takes it over. */
export function Suggested({ message, heads }: SuggestedProps) {
  const { suggested } = useWords().assisting;
  const shown = message.suggestions.flatMap((suggestion) => {
    const head = heads.find(({ key }) => key === suggestion.head);
    return head ? [{ suggestion, head }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section
      className="mt-1.5 rounded-md border border-dashed border-edge px-2.5 py-1.5 text-sm"
      title={suggested.why}
    >
      <ul aria-label={suggested.title} className="space-y-1">
        {shown.map(({ suggestion, head }) => (
          <li key={`${suggestion.head}:${suggestion.by}`}>
            <One suggestion={suggestion} head={head} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ suggestion, head }: { suggestion: Suggestion; head: ShownHead }) {
  const { suggested } = useWords().assisting;
  const { list, percent } = useFormats();
  const { labels, by, model, confidence } = suggestion;
  const value = list(labels.map((label) => classNameIn(head, label)));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        <span className="text-soft">
          {suggested.title}, {head.name}:
        </span>{' '}
        {value}
      </span>
      <span className="text-xs text-soft">
        {by === 'assistant'
          ? suggested.assistant(model)
          : suggested.transformer(model, percent(confidence ?? 0))}
      </span>
      {head.mayJudge && <Take suggestion={suggestion} head={head} value={value} />}
    </div>
  );
}

function Take({ suggestion, head, value }: { suggestion: Suggestion; head: ShownHead; value: string }) {
  const { suggested } = useWords().assisting;
  const { messageId, labels, by } = suggestion;
  const fetcher = useFetcher<ActAnswer>({ key: `take:${messageId}:${head.key}:${by}` });
  const scripted = useScripted();
  return (
    <fetcher.Form method="post" noValidate>
      <CsrfField />
      <Failed answer={fetcher.data} />
      <input type="hidden" name="act" value="judge" />
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="head" value={head.key} />
      {scripted && <input type="hidden" name="quiet" value="1" />}
      {head.kind === 'several' ? (
        <>
          <input type="hidden" name="several" value="1" />
          {labels.map((label) => (
            <input key={label} type="hidden" name={`label.${label}`} value="1" />
          ))}
        </>
      ) : (
        <input type="hidden" name="label" value={labels[0]} />
      )}
      <button
        type="submit"
        className="judging-right"
        disabled={fetcher.state !== 'idle'}
        aria-label={suggested.takeOf(head.name, value)}
      >
        <Icon name="check" className="size-4" />
        {suggested.take}
      </button>
    </fetcher.Form>
  );
}
