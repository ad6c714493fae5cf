import { data, Link } from 'react-router';
import { z } from 'zod';
import { type Invited, invite } from '../../../organisation/staff/inviting.ts';
import { type ColleagueRow, listColleagues, listDepartments } from '../../../organisation/staff/overview.ts';
import { roles } from '../../../organisation/staff/role.ts';
import { urls } from '../../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { kept, manager } from '../managing.ts';
import type { Route } from './+types/colleagues-page.ts';
import { InvitationLink, linkIn } from './invitation-link.tsx';
import { InviteForm } from './invite-form.tsx';

const shape = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  department: z.string().max(200),
  role: z.enum(roles),
  scope: z.enum(['within', 'everywhere']),
  locale: z.enum(['nl', 'en']),
});

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const department = url.searchParams.get('department') || undefined;
  const search = url.searchParams.get('search')?.slice(0, 100) || undefined;
  return {
    colleagues: await listColleagues(ctx, { department, search }),
    departments: (await listDepartments(ctx)).map(({ key, name }) => ({ key, name })),
    filter: { department: department ?? '', search: search ?? '' },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    const { scope, department, ...newcomer } = form.value;
    const invited = await invite(ctx, {
      ...newcomer,
      department: department || null,
      within: scope === 'within',
    });
    if (invited.link === null) return kept(urls.colleague(invited.publicId));
    return data<FormAnswer & { invited?: Invited }>({ invited }, { status: 201 });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function ColleaguesPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().organisation.colleagues;
  const { colleagues, departments, filter } = loaderData;
  const link = linkIn(actionData);
  return (
    <div className="max-w-6xl">
      <PageHeader title={words.title} lead={words.lead} />
      {link && <InvitationLink link={link} />}
      <Filter filter={filter} departments={departments} />
      {colleagues.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Colleagues rows={colleagues} />
      )}
      <div className="mt-8 max-w-xl">
        <Card title={words.invite}>
          <InviteForm departments={departments} answer={actionData} />
        </Card>
      </div>
    </div>
  );
}

type Named = readonly { key: string; name: string }[];

function Filter({ filter, departments }: { filter: Record<string, string>; departments: Named }) {
  const words = useWords().organisation.colleagues;
  const options = [
    { value: '', label: words.allDepartments },
    ...departments.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <search>
      <form className="flex flex-wrap items-end gap-x-3" action={urls.organisation()}>
        <div className="w-full sm:w-56">
          <Field name="search" type="search" label={words.search} defaultValue={filter.search} optional />
        </div>
        <div className="w-full sm:w-56">
          <Select
            name="department"
            label={words.department}
            options={options}
            defaultValue={filter.department}
          />
        </div>
        <div className="mb-5">
          <Button icon="search">{words.find}</Button>
        </div>
      </form>
    </search>
  );
}

function Colleagues({ rows }: { rows: readonly ColleagueRow[] }) {
  const { colleagues: words, roles: names, none, everywhere, languages } = useWords().organisation;
  const said: Readonly<Record<string, string>> = languages;
  return (
    <Table
      caption={words.caption(rows.length)}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'name',
          label: words.name,
          heading: true,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2 py-1">
              <Link to={urls.colleague(row.publicId)} className="link break-words">
                {row.name}
              </Link>
              {row.invited && <Badge>{words.invited}</Badge>}
            </span>
          ),
        },
        {
          key: 'department',
          label: words.department,
          cell: (row) => row.department ?? <span className="text-soft">{none}</span>,
        },
        {
          key: 'roles',
          label: words.roles,
          wideOnly: true,
          cell: (row) =>
            row.roles
              .map(({ role, department }) => `${names[role]} (${department ?? everywhere})`)
              .join(', ') || none,
        },
        {
          key: 'languages',
          label: words.languages,
          wideOnly: true,
          cell: (row) => row.languages.map((one) => said[one] ?? one).join(', '),
        },
        { key: 'skills', label: words.skills, wideOnly: true, cell: (row) => row.skills.join(', ') },
      ]}
    />
  );
}
