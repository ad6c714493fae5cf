import { writeQuestions } from '../../../organisation/training/course.ts';
import { ownCourses } from '../../../organisation/training/learning.ts';
import { endCourse, publishCourse } from '../../../organisation/training/teaching.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { kept, manager } from '../managing.ts';
import type { Route } from './+types/course-admin-page.ts';
import { CourseForm } from './course-form.tsx';
import { postCourse } from './course-posted.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { locale } = pageContext(context);
  const [course] = await ownCourses(ctx, params.id);
  if (!course) throw new Refusal('not-found.course', { id: params.id });
  const { words, questions, passShare, validMonths, needed, version } = course;
  return {
    title: words[locale].title,
    version,
    start: {
      words,
      questions: { nl: writeQuestions(questions.nl), en: writeQuestions(questions.en) },
      pass: Math.round(passShare * 100),
      months: validMonths,
      needed,
    },
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const ends = (await request.clone().formData()).get('act') === 'end';
  if (ends) {
    await endCourse(ctx, params.id);
    return kept(urls.coursesAdmin());
  }
  return postCourse(request, async (course) => {
    await publishCourse(ctx, params.id, course);
    return urls.courseAdmin(params.id);
  });
}

export default function CourseAdminPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().training;
  const { title, version, start } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={title}
        lead={words.versionIs(version)}
        aside={
          <LinkButton to={urls.coursesAdmin()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <CourseForm start={start} answer={actionData} />
      <div className="mt-6">
        <Act act="end" label={words.end} tone="quiet" answer={undefined}>
          <p className="mb-3 text-soft">{words.endWhy}</p>
        </Act>
      </div>
    </div>
  );
}
