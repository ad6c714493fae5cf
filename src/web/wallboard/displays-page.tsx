import { z } from 'zod';
import { type Display, listDisplays, makeDisplay, revokeDisplay } from '../../insights/wall/display.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Moment } from '../ui/age.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Route } from './+types/displays-page.ts';

const shape = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('make'),
    name: z.string().trim().min(1).max(60),
    department: z.string().max(100),
  }),
  z.object({ act: z.literal('revoke'), id: z.string().max(40) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  if (!may(ctx.actor, 'journey.manage')) return { displays: null, departments: [] };
  const displays = await listDisplays(ctx);
  const departments = await ctx.database
    .selectFrom('department')
    .select(['key', 'name'])
    .orderBy('name')
    .execute();
  return {
    displays: displays.map(({ madeAt, seenAt, ...display }) => ({
      ...display,
      madeAt: madeAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
    })),
    departments: departments.map(({ key, name }) => ({ value: key, label: name })),
  };
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'journey.manage');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    if (form.value.act === 'revoke') {
      await revokeDisplay(ctx, form.value.id);
      return { made: null };
    }
    const { name, department } = form.value;
    const token = await makeDisplay(ctx, { name, ...(department && { department }) });
    return { made: new URL(urls.display(token), url.origin).href };
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function DisplaysPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().wallboard.displays;
  const { displays, departments } = loaderData;
  const made = actionData && 'made' in actionData ? actionData.made : null;
  const answer = actionData && !('made' in actionData) ? actionData : undefined;
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.wallboard()} icon="device">
            {words.show}
          </LinkButton>
        }
      />
      {made && (
        <Notice tone="done" title={words.made}>
          <p>{words.once}</p>
          <p className="mt-2 font-mono text-sm break-all select-all">{made}</p>
        </Notice>
      )}
      {displays === null ? (
        <p className="text-soft">{words.only}</p>
      ) : (
        <>
          {displays.length === 0 ? (
            <p className="text-soft">{words.none}</p>
          ) : (
            <DisplayTable displays={displays} />
          )}
          <Card title={words.make}>
            <Form answer={answer} className="max-w-md">
              <input type="hidden" name="act" value="make" />
              <Field name="name" label={words.name} hint={words.nameHint} maxLength={60} answer={answer} />
              <Select
                name="department"
                label={words.department}
                options={[{ value: '', label: words.all }, ...departments]}
                answer={answer}
                optional
              />
              <Button tone="primary">{words.make}</Button>
            </Form>
          </Card>
        </>
      )}
    </div>
  );
}

type Row = Omit<Display, 'madeAt' | 'seenAt'> & { madeAt: string; seenAt: string | null };

function DisplayTable({ displays }: { displays: readonly Row[] }) {
  const words = useWords().wallboard.displays;
  const columns: Column<Row>[] = [
    { key: 'name', label: words.columns.name, heading: true, cell: ({ name }) => name },
    { key: 'queues', label: words.columns.queues, wideOnly: true, cell: ({ queues }) => queues.join(', ') },
    { key: 'made', label: words.columns.made, wideOnly: true, cell: ({ madeAt }) => <Moment at={madeAt} /> },
    {
      key: 'seen',
      label: words.columns.seen,
      cell: ({ seenAt }) => (seenAt ? <Moment at={seenAt} /> : words.never),
    },
    {
      key: 'revoke',
      label: words.columns.revoke,
      cell: ({ publicId, name }) => (
        <Form>
          <input type="hidden" name="act" value="revoke" />
          <input type="hidden" name="id" value={publicId} />
          <Button size="small">
            {words.revoke}
            <span className="sr-only">: {name}</span>
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={displays}
      rowKey={({ publicId }) => publicId}
      columns={columns}
    />
  );
}
