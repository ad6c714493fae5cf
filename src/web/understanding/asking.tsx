import { useEffect, useRef } from 'react';
import { Form as RouterForm, useNavigation } from 'react-router';
import type { FormAnswer } from '../forms.ts';
import { Failed } from '../inbox/failed.tsx';
import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Choices } from './choices.tsx';
import { Key } from './key.tsx';
import type { Labelling } from './labelling.ts';
import { useLabellingKeys } from './use-labelling-keys.ts';

interface AskingProps {
  labelling: Labelling;
  message: NonNullable<Labelling['message']>;
  answer: FormAnswer | undefined;
}

/** One message and every answer as a big button; each answer has a key. */
export function Asking({ labelling, message, answer }: AskingProps) {
  const { labelling: words } = useWords().understanding;
  const form = useRef<HTMLFormElement>(null);
  const busy = useNavigation().state !== 'idle';
  useLabellingKeys(form, busy);
  return (
    <RouterForm ref={form} method="post" replace key={message.id}>
      <CsrfField />
      <Failed answer={answer} />
      <input type="hidden" name="message" value={message.id} />
      <input type="hidden" name="standing" value={message.standing.toSorted().join(',')} />
      <MessageText message={message} />
      <h2 className="mt-5 mb-2 text-lg">{labelling.kind === 'several' ? words.several : words.question}</h2>
      <Choices labelling={labelling} message={message} />
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button name="act" value="skip" data-key="s" aria-keyshortcuts="s">
          {words.skip} <Key>s</Key>
        </Button>
        <p className="text-sm text-soft">{words.skipWhy}</p>
      </div>
      <p className="needs-script mt-5 max-sm:hidden text-sm text-faint">{words.keys}</p>
      <p className="mt-1 text-sm text-faint">{words.chosen}</p>
    </RouterForm>
  );
}

/** The next message takes the focus, so that it is read aloud and the keys go on working. */
function MessageText({ message }: Pick<AskingProps, 'message'>) {
  const { labelling: words } = useWords().understanding;
  const article = useRef<HTMLElement>(null);
  const { id, text, author, channel, at, language } = message;
  useEffect(() => {
    if (id) article.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-label={words.message}
      className="rounded-lg border border-line bg-surface px-5 py-4 outline-none"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
        <b className="font-semibold text-ink">{author}</b>
        <span>{channel}</span>
        <span className="ml-auto text-faint">
          <Moment at={at} />
        </span>
      </p>
      <p
        lang={language && language.length === 2 ? language : undefined}
        className="mt-2 max-h-[45dvh] overflow-y-auto text-lg wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </p>
    </article>
  );
}
