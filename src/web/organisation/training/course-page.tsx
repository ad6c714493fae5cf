import { data } from 'react-router';
import { ownCourses, type TestResult, takeTest } from '../../../organisation/training/learning.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { isRefusal, Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { RemarkLink } from '../../journey/mending/remark-link.tsx';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Route } from './+types/course-page.ts';
import { Goodness } from './goodness.tsx';

/** What was taken: how it went, and what was chosen, to show again. */
interface Taken extends FormAnswer {
  result?: TestResult;
  chosen: readonly (number | null)[];
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const [course] = await ownCourses(ctx, params.id);
  if (!course) throw new Refusal('not-found.course', { id: params.id });
  const { words, questions, version, goodUntil, passShare, validMonths } = course;
  return {
    ...words[locale],
    id: params.id,
    version,
    goodUntil,
    validMonths,
    needed: Math.ceil(passShare * questions.nl.length - 1e-6),
    // Which answer is right never goes to the browser.
    questions: questions[locale].map(({ question, options }) => ({ question, options })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const form = await request.formData();
  const chosen = Array.from({ length: 50 }, (_, at) => {
    const given = form.get(`question.${at}`);
    return typeof given === 'string' && /^\d{1,2}$/.test(given) ? Number(given) : null;
  });
  try {
    const result = await takeTest(ctx, params.id, { version: Number(form.get('version')), answers: chosen });
    return data<Taken>({ result, chosen });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data<Taken>({ refused: error.code, chosen }, { status: error.status });
  }
}

export default function CoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().training;
  const { id, title, text, questions, version, goodUntil, validMonths, needed } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={title}
        aside={
          <LinkButton to={urls.training()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <p className="mb-4">
        <Goodness until={goodUntil} />
      </p>
      {actionData?.result && <Outcome result={actionData.result} />}
      <Card>
        <div className="max-w-prose text-lg whitespace-pre-line">{text}</div>
      </Card>
      <RemarkLink kind="course" about={id} />
      <div className="mt-6">
        <h2 className="text-lg">{words.test}</h2>
        <p className="mt-1 mb-4 text-soft">{words.testWhy(needed, questions.length, validMonths)}</p>
        <Form answer={actionData} key={version}>
          <input type="hidden" name="version" value={version} />
          <ol className="space-y-5">
            {questions.map((question, at) => (
              <li key={question.question}>
                <Question question={question} at={at} chosen={actionData?.chosen[at] ?? null} />
              </li>
            ))}
          </ol>
          <div className="mt-5">
            <Button tone="primary">{words.submit}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

function Outcome({ result }: { result: TestResult }) {
  const words = useWords().training;
  const { passed, right, asked } = result;
  return (
    <div className="mb-5">
      <Notice tone={passed ? 'done' : 'attention'} title={passed ? words.passed : words.failed}>
        {words.score(right, asked)} {passed ? '' : words.again}
      </Notice>
    </div>
  );
}

interface QuestionProps {
  question: { question: string; options: readonly string[] };
  at: number;
  chosen: number | null;
}

function Question({ question, at, chosen }: QuestionProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        {at + 1}. {question.question}
      </legend>
      {question.options.map((option, place) => (
        <label key={option} className="flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name={`question.${at}`}
            value={place}
            defaultChecked={chosen === place}
            className="size-4 shrink-0"
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}
