import { firstCourse } from '../../../organisation/training/first-course.ts';
import { makeCourse } from '../../../organisation/training/teaching.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { manager } from '../managing.ts';
import type { Route } from './+types/new-course-page.ts';
import { CourseForm, type CourseStart } from './course-form.tsx';
import { postCourse } from './course-posted.ts';

export function loader({ context }: Route.LoaderArgs) {
  manager(context);
  const start: CourseStart = { ...firstCourse, pass: 80, months: 12, needed: true };
  return { start };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return postCourse(request, async (course) => urls.courseAdmin(await makeCourse(ctx, course)));
}

export default function NewCoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().training;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.make}
        lead={words.makeLead}
        aside={
          <LinkButton to={urls.coursesAdmin()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <CourseForm start={loaderData.start} answer={actionData} />
    </div>
  );
}
