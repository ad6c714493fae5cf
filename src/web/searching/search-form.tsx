import { useRef } from 'react';
import { Form, Link } from 'react-router';
import { noQuestion, type Question, searchStates } from '../../conversations/searching/question.ts';
import type { FilterChoices } from '../handling/arranging-view.ts';
import { useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { isNarrowed, placeOfQuestion } from './search-place.ts';
import { useSearchKey } from './use-hit-keys.ts';

interface SearchFormProps {
  question: Question;
  /** null: folded. */
  choices: FilterChoices | null;
}

export function SearchForm({ question, choices }: SearchFormProps) {
  const { searching } = useWords();
  const box = useRef<HTMLInputElement>(null);
  useSearchKey(box);
  return (
    <Form method="get" role="search" className="mb-4">
      <div className="flex flex-wrap items-end gap-x-3">
        <div className="w-full max-w-xl">
          <Field
            ref={box}
            name="q"
            type="search"
            label={searching.label}
            hint={searching.hint}
            autoComplete="off"
            defaultValue={question.text}
          />
        </div>
        <div className="mb-5 flex flex-wrap gap-3">
          <Button tone="primary" icon="search">
            {searching.submit}
          </Button>
          {isNarrowed(question) && (
            <LinkButton to={placeOfQuestion({ ...noQuestion, text: question.text })} tone="quiet">
              {searching.clear}
            </LinkButton>
          )}
        </div>
      </div>
      {choices ? (
        <Narrowing question={question} choices={choices} />
      ) : (
        <Link
          to={placeOfQuestion(question, { narrow: true })}
          className="link inline-flex min-h-6 items-center gap-1 text-sm"
        >
          {searching.narrow}
          <Icon name="down" className="size-3.5" />
        </Link>
      )}
    </Form>
  );
}

function Narrowing({ question, choices }: { question: Question; choices: FilterChoices }) {
  const { searching: words } = useWords();
  const any = { value: '', label: words.any };
  return (
    <div className="grid gap-x-3 sm:grid-cols-2 lg:grid-cols-4">
      <input type="hidden" name="narrow" value="1" />
      <Select
        name="channel"
        label={words.channel}
        defaultValue={question.channel ?? ''}
        options={[any, ...choices.channels.map((channel) => ({ value: channel, label: channel }))]}
      />
      <Select
        name="queue"
        label={words.queue}
        defaultValue={question.queue ?? ''}
        options={[any, ...choices.queues.map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <Select
        name="label"
        label={words.labelled}
        defaultValue={question.label ?? ''}
        options={[any, ...choices.labels.map(({ publicId, path }) => ({ value: publicId, label: path }))]}
      />
      <Select
        name="state"
        label={words.state}
        defaultValue={question.state ?? ''}
        options={[any, ...searchStates.map((value) => ({ value, label: words.states[value] }))]}
      />
      <Field name="from" type="date" label={words.from} defaultValue={question.from ?? ''} />
      <Field name="until" type="date" label={words.until} defaultValue={question.until ?? ''} />
      <Select
        name="colleague"
        label={words.colleague}
        hint={words.colleagueHint}
        defaultValue={question.colleague ?? ''}
        options={[
          any,
          { value: 'me', label: words.me },
          ...choices.colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
        ]}
      />
    </div>
  );
}
