import { redirect } from 'react-router';
import { z } from 'zod';
import { attributeTypes } from '../../customers/keeping/attribute.ts';
import { define, listDefinitions, retire } from '../../customers/keeping/attributes.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { categories } from '../../privacy/category.ts';
import { isPurpose, purposeKeys } from '../../privacy/purpose.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/attributes-page.ts';
import { ActForm, answerTo } from './act-form.tsx';
import { CustomerTabs } from './tabs.tsx';

const categoryKeys = Object.keys(categories) as [keyof typeof categories, ...(keyof typeof categories)[]];
const choices = z
  .string()
  .max(4000)
  .transform((text) =>
    [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ].slice(0, 50),
  );
const made = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('define'),
    key: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_]{0,39}$/),
    type: z.enum(attributeTypes),
    nl: z.string().trim().min(1).max(80),
    en: z.string().trim().min(1).max(80),
    category: z.enum(categoryKeys),
    purpose: z.enum(purposeKeys),
    choices,
  }),
  z.object({ act: z.literal('retire'), key: z.string().max(60) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'customer.define');
  const kinds = categoryKeys.map((value) => ({ value, label: categories[value][locale] }));
  return { rows: await listDefinitions(ctx), kinds };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.define');
  const form = await readForm(request, made);
  if (!form.ok) return again(form.answer);
  try {
    const { act, ...given } = form.value;
    if (act === 'retire') await retire(ctx, given.key);
    else await define(ctx, given as Parameters<typeof define>[1]);
    return redirect(urls.customerAttributes(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function AttributesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { attributes } = useWords().keeping;
  return (
    <div className="max-w-4xl">
      <PageHeader title={attributes.page} lead={attributes.lead} />
      <CustomerTabs current="attributes" />
      {loaderData.rows.length === 0 ? (
        <EmptyState title={attributes.empty}>{attributes.emptyNext}</EmptyState>
      ) : (
        <Definitions rows={loaderData.rows} />
      )}
      <div className="mt-6">
        <Card title={attributes.define}>
          <Defining kinds={loaderData.kinds} answer={answerTo(actionData, 'define')} />
        </Card>
      </div>
    </div>
  );
}

function Definitions({ rows }: { rows: Route.ComponentProps['loaderData']['rows'] }) {
  const { keeping, customers } = useWords();
  const { attributes } = keeping;
  const { locale } = useFormats();
  const purposeName = (purpose: string) =>
    isPurpose(purpose) ? customers.contract.purposes[purpose] : purpose;
  return (
    <Table
      caption={attributes.page}
      hideCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', label: attributes.name, heading: true, cell: (row) => row[locale] },
        { key: 'type', label: attributes.type, cell: (row) => attributes.types[row.type] },
        { key: 'key', label: attributes.key, wideOnly: true, cell: (row) => <code>{row.key}</code> },
        {
          key: 'purpose',
          label: attributes.purpose,
          wideOnly: true,
          cell: (row) => purposeName(row.purpose),
        },
        {
          key: 'retire',
          label: attributes.retire,
          cell: (row) => (
            <ActForm act="retire" about={{ key: row.key }}>
              <Button size="small" tone="quiet">
                {attributes.retire}
              </Button>
            </ActForm>
          ),
        },
      ]}
    />
  );
}

interface DefiningProps {
  kinds: { value: string; label: string }[];
  answer: FormAnswer | undefined;
}

function Defining({ kinds, answer }: DefiningProps) {
  const { keeping, customers } = useWords();
  const { attributes } = keeping;
  const types = attributeTypes.map((value) => ({ value, label: attributes.types[value] }));
  const purposes = purposeKeys.map((value) => ({ value, label: customers.contract.purposes[value] }));
  return (
    <ActForm act="define" answer={answer}>
      <div className="grid gap-x-6 md:grid-cols-2">
        <Field name="nl" label={attributes.dutch} autoComplete="off" answer={answer} />
        <Field name="en" label={attributes.english} autoComplete="off" answer={answer} />
        <Field
          name="key"
          label={attributes.key}
          hint={attributes.keyHint}
          autoComplete="off"
          answer={answer}
        />
        <Select name="type" label={attributes.type} options={types} answer={answer} />
        <Select
          name="category"
          label={attributes.category}
          options={kinds}
          defaultValue="commerce"
          answer={answer}
        />
        <Select name="purpose" label={attributes.purpose} options={purposes} answer={answer} />
      </div>
      <Textarea
        name="choices"
        rows={3}
        label={attributes.choices}
        hint={attributes.choicesHint}
        optional
        answer={answer}
      />
      <Button tone="primary">{attributes.add}</Button>
    </ActForm>
  );
}
