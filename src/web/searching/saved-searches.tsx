import { Form, Link } from 'react-router';
import type { Question } from '../../conversations/searching/question.ts';
import type { SavedSearch } from '../../conversations/searching/saved-search.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { placeOfQuestion } from './search-place.ts';

interface SavedSearchesProps {
  saved: readonly SavedSearch[];
  question: Question;
  /** May make searches for everybody, and take away those of others. */
  mayManage: boolean;
}

/** Searches under a name, each one press away; and keeping the one that stands here. */
export function SavedSearches({ saved, question, mayManage }: SavedSearchesProps) {
  const { saved: words } = useWords().searching;
  const here = placeOfQuestion(question);
  const isKept = saved.some((one) => placeOfQuestion(one.question) === here);
  return (
    <>
      {saved.length > 0 && (
        <ul aria-label={words.label} className="mb-4 flex flex-wrap gap-2">
          {saved.map((one) => (
            <li
              key={one.publicId}
              className="inline-flex items-center rounded-full border border-edge bg-surface"
            >
              <Link
                to={placeOfQuestion(one.question)}
                aria-current={placeOfQuestion(one.question) === here ? 'page' : undefined}
                className="inline-flex min-h-8 items-center rounded-full px-3 aria-[current=page]:font-semibold"
              >
                {one.name}
              </Link>
              {(one.mine || mayManage) && <End search={one} />}
            </li>
          ))}
        </ul>
      )}
      {question.text.trim() !== '' && !isKept && <Keep question={question} mayManage={mayManage} />}
    </>
  );
}

function End({ search }: { search: SavedSearch }) {
  const { saved: words } = useWords().searching;
  return (
    <Form method="post" action={urls.savedSearches()} className="inline-flex">
      <CsrfField />
      <input type="hidden" name="act" value="end" />
      <input type="hidden" name="id" value={search.publicId} />
      <button
        type="submit"
        className="grid size-8 place-items-center rounded-full text-soft hover:bg-sunken"
        aria-label={words.end(search.name)}
        title={words.end(search.name)}
      >
        <Icon name="cross" className="size-3" />
      </button>
    </Form>
  );
}

function Keep({ question, mayManage }: Pick<SavedSearchesProps, 'question' | 'mayManage'>) {
  const { searching, handling } = useWords();
  const { saved: words } = searching;
  const audiences = mayManage ? (['own', 'team', 'all'] as const) : (['own', 'team'] as const);
  return (
    <details className="mb-4">
      <summary className="link inline-flex min-h-6 items-center gap-1 text-sm">
        {words.open}
        <Icon name="down" className="size-3.5" />
      </summary>
      <Form
        method="post"
        action={placeOfQuestion(question).replace(urls.search(), urls.savedSearches())}
        className="mt-2 grid max-w-xl gap-x-3 sm:grid-cols-2"
      >
        <CsrfField />
        <input type="hidden" name="act" value="save" />
        <Field name="name" label={words.name} maxLength={60} defaultValue={question.text.slice(0, 60)} />
        <Select
          name="audience"
          label={handling.filter.audience}
          options={audiences.map((value) => ({ value, label: handling.filter.audiences[value] }))}
        />
        <Button size="small">{words.submit}</Button>
      </Form>
    </details>
  );
}
