import { redirect } from 'react-router';
import { z } from 'zod';
import { exchangeKinds } from '../../customers/exchanging/kind.ts';
import {
  changeDoor,
  getBackoffice,
  orderTrial,
  ruleFields,
  turnBackoffice,
} from '../../customers/syncing/backoffice.ts';
import { ruledFields, rulingsFor } from '../../customers/syncing/mapping.ts';
import { readingsOf } from '../../customers/syncing/reading.ts';
import { sharesOf } from '../../customers/syncing/sharing.ts';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/backoffice-page.ts';
import { doorFields } from './door-form.ts';
import { Fields } from './fields.tsx';
import { AllBackoffices } from './new-backoffice-page.tsx';
import { Readings } from './readings.tsx';
import { StateBadge } from './state-badge.tsx';
import { Steps } from './steps.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'backoffice.manage');
  return transact(ctx, 'service', async (ctx) => {
    const office = await getBackoffice(ctx, params.id);
    const { readings, aside } = await readingsOf(ctx, office);
    const { name, url, database, user, state, trial, triedAt } = office;
    return {
      office: { name, url, database, user, state, trial, tried: triedAt !== null },
      fields: exchangeKinds.map((kind) => ({
        kind,
        fields: ruledFields(kind).map((field) => ({
          field,
          ruling: office.fields[kind][field] ?? 'theirs',
          rulings: rulingsFor(kind, field),
        })),
      })),
      readings: readings.map((row) => ({ ...row, readAt: row.readAt?.toISOString() ?? null })),
      aside: aside.map((row) => ({ ...row, at: row.at.toISOString() })),
      shares: await sharesOf(ctx, office),
      corrections: await sharesOf(ctx, office, 'contact'),
    };
  });
}

export type BackofficeView = Awaited<ReturnType<typeof loader>>;

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['try', 'on', 'paused', 'ended']) }),
  z.object({ act: z.literal('door'), ...doorFields, password: z.string().max(200) }),
  z.looseObject({ act: z.literal('fields') }),
]);

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'backoffice.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await act(ctx, params.id, form.value);
    const here = form.value.act === 'ended' ? urls.backoffices() : urls.backoffice(params.id);
    return redirect(here, { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

async function act(ctx: Context, id: string, given: z.infer<typeof schema>): Promise<void> {
  if (given.act === 'door') return changeDoor(ctx, id, given);
  if (given.act === 'try') return orderTrial(ctx, id);
  if (given.act === 'fields') return ruleFields(ctx, id, ruledIn(given));
  return turnBackoffice(ctx, id, given.act);
}

/** Fields are named `customers.mail`. */
function ruledIn(given: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    exchangeKinds.map((kind) => [
      kind,
      Object.fromEntries(ruledFields(kind).map((field) => [field, String(given[`${kind}.${field}`] ?? '')])),
    ]),
  );
}

export default function BackofficePage({ loaderData, actionData }: Route.ComponentProps) {
  const { office, fields, readings, aside, shares, corrections } = loaderData;
  const words = useWords().backoffice;
  return (
    <div className="max-w-5xl space-y-6">
      <div>
        <AllBackoffices />
        <PageHeader title={office.name} lead={office.url} aside={<StateBadge state={office.state} />} />
      </div>
      <Steps office={office} answer={actionData} />
      <Readings readings={readings} aside={aside} shares={shares} corrections={corrections} />
      <Fields fields={fields} />
      <Card title={words.form.door}>
        <Form answer={actionData}>
          <Field
            name="url"
            type="url"
            label={words.form.url}
            hint={words.form.urlHint}
            defaultValue={office.url}
            answer={actionData}
          />
          <Field
            name="database"
            label={words.form.database}
            defaultValue={office.database}
            answer={actionData}
          />
          <Field
            name="user"
            label={words.form.user}
            autoComplete="off"
            defaultValue={office.user}
            answer={actionData}
          />
          <Field
            name="password"
            type="password"
            optional
            label={words.form.password}
            hint={words.form.passwordKept}
            autoComplete="new-password"
            answer={actionData}
          />
          <Button name="act" value="door">
            {words.form.save}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
