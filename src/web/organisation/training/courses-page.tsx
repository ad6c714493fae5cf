import { Link } from 'react-router';
import {
  type CourseRow,
  listCourses,
  listTrained,
  type TrainedRow,
} from '../../../organisation/training/training-overview.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import { manager } from '../managing.ts';
import type { Route } from './+types/courses-page.ts';
import { Goodness } from './goodness.tsx';

type Titled = Omit<CourseRow, 'words'> & { title: string };

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { locale } = pageContext(context);
  const courses = await listCourses(ctx);
  return {
    courses: courses.map(({ words, ...row }): Titled => ({ ...row, title: words[locale].title })),
    trained: await listTrained(ctx),
  };
}

export default function CoursesPage({ loaderData: { courses, trained } }: Route.ComponentProps) {
  const words = useWords().training;
  const make = <LinkButton to={urls.newCourse()}>{words.make}</LinkButton>;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.manageLead} aside={courses.length > 0 && make} />
      {courses.length === 0 ? (
        <EmptyState title={words.none.title} action={make}>
          {words.none.next}
        </EmptyState>
      ) : (
        <>
          <Courses rows={courses} />
          <div className="mt-8">
            <Trained courses={courses} rows={trained} />
          </div>
        </>
      )}
    </div>
  );
}

function Courses({ rows }: { rows: readonly Titled[] }) {
  const words = useWords().training;
  return (
    <Table
      caption={words.courses}
      hideCaption
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'title',
          label: words.course,
          heading: true,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2 py-1">
              <Link to={urls.courseAdmin(row.publicId)} className="link break-words">
                {row.title}
              </Link>
              {row.needed && <Badge>{words.needed}</Badge>}
            </span>
          ),
        },
        { key: 'version', label: words.version, figures: true, wideOnly: true, cell: (row) => row.version },
        {
          key: 'holders',
          label: words.holders,
          figures: true,
          cell: (row) => words.of(row.holders, row.colleagues),
        },
      ]}
    />
  );
}

function Trained({ courses, rows }: { courses: readonly Titled[]; rows: readonly TrainedRow[] }) {
  const words = useWords().training;
  return (
    <Table
      caption={words.perColleague}
      wide
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'name',
          label: words.colleague,
          heading: true,
          cell: (row) => (
            <Link to={urls.colleague(row.publicId)} className="link whitespace-nowrap">
              {row.name}
            </Link>
          ),
        },
        { key: 'department', label: words.department, wideOnly: true, cell: (row) => row.department ?? '' },
        ...courses.map(({ publicId, title }) => ({
          key: publicId,
          label: title,
          cell: (row: TrainedRow) => <Goodness until={row.courses[publicId] ?? null} />,
        })),
      ]}
    />
  );
}
