import { Link } from 'react-router';
import { z } from 'zod';
import { practiceCases } from '../../conversations/practising/cases.ts';
import { beginPractice, listPractices } from '../../conversations/practising/practising.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm } from '../organisation/managing.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/practice-list-page.ts';

const shape = z.object({ case: z.string().max(60) });

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  return {
    cases: practiceCases.map(({ key, title, says }) => ({
      key,
      title: title[locale],
      says: says[0]?.[locale] ?? '',
    })),
    own: (await listPractices(ctx)).map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  return doForm(request, shape, async ({ case: key }) => urls.practice(await beginPractice(ctx, key)));
}

export default function PracticeListPage({ loaderData: { cases, own } }: Route.ComponentProps) {
  const words = useWords().practice;
  const { moment } = useFormats();
  const titleOf = (key: string) => cases.find((one) => one.key === key)?.title ?? key;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      <ul className="space-y-3">
        {cases.map(({ key, title, says }) => (
          <li key={key}>
            <Card title={title}>
              <p className="mb-3 text-soft">{says}</p>
              <Form>
                <input type="hidden" name="case" value={key} />
                <Button size="small">
                  {words.begin}
                  <span className="sr-only">: {title}</span>
                </Button>
              </Form>
            </Card>
          </li>
        ))}
      </ul>
      {own.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 text-lg">{words.own}</h2>
          <ul className="space-y-1">
            {own.map(({ id, key, at, done }) => (
              <li key={id}>
                <Link to={urls.practice(id)} className="link">
                  {titleOf(key)}
                </Link>{' '}
                <span className="text-soft">
                  {moment(at)}
                  {done && `, ${words.done}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
