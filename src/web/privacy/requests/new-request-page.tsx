import { Form as GetForm, Link, redirect } from 'react-router';
import { z } from 'zod';
import { getPerson } from '../../../customers/customer.ts';
import { type CustomerRow, listCustomers } from '../../../customers/customers.ts';
import { requires } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { recordUse } from '../../../privacy/ledger.ts';
import { isPurpose, purposeKeys } from '../../../privacy/purpose.ts';
import { askFor } from '../../../privacy/requests/asking.ts';
import { kinds, vias } from '../../../privacy/requests/request.ts';
import { urls } from '../../../urls.ts';
import { useNetworkName } from '../../customers/network-name.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/new-request-page.ts';

const shape = z.object({
  kind: z.enum(kinds),
  via: z.enum(vias.filter((via) => via !== 'mine')),
  purpose: z.union([z.literal(''), z.enum(purposeKeys)]),
  wish: z.string().trim().max(2000),
  received: z.iso.date(),
});

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const search = url.searchParams.get('search')?.replaceAll('\0', '').trim().slice(0, 100) ?? '';
  const person = url.searchParams.get('person')?.replaceAll('\0', '') ?? '';
  const today = ctx.clock.now().toString().slice(0, 10);
  if (!person) {
    const rows = search ? (await listCustomers(ctx, { search })).rows : [];
    return { search, person: null, today, rows: rows.map(foundOf) };
  }
  return transact(ctx, 'legal', async (ctx) => {
    const { id, publicId, name } = await getPerson(ctx, person);
    await recordUse(ctx, id, { activity: 'request.handled', reference: publicId });
    return { search, person: { publicId, name }, today, rows: [] };
  });
}

/** Two can have one name: where they wrote and since when tells them apart. */
function foundOf({ publicId, name, networks, since }: CustomerRow) {
  return { publicId, name, networks, since: since.toISOString() };
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    const { timezone } = await getOrganisation(ctx);
    const asked = await transact(ctx, 'legal', async (ctx) => {
      const { id } = await getPerson(ctx, url.searchParams.get('person') ?? '');
      const { kind, via, wish, purpose, received } = form.value;
      const start = Temporal.PlainDate.from(received).toZonedDateTime(timezone).toInstant();
      const now = ctx.clock.now();
      return askFor(ctx, {
        personId: id,
        kind,
        via,
        wish,
        locale,
        strength: 1,
        timeZone: timezone,
        receivedAt: received === now.toString().slice(0, 10) ? now : start,
        ...(isPurpose(purpose) && { purpose }),
      });
    });
    return redirect(urls.privacyRequest(asked.request.publicId), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function NewRequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { newRequest, unnamed } = useWords().privacy;
  const { person, search, rows } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader title={newRequest.title} lead={person ? (person.name ?? unnamed) : newRequest.lead} />
      {person ? (
        <Card>
          <Asking today={loaderData.today} answer={actionData} />
        </Card>
      ) : (
        <Choosing search={search} rows={rows} />
      )}
    </div>
  );
}

function Choosing({ search, rows }: { search: string; rows: ReturnType<typeof foundOf>[] }) {
  const { newRequest, unnamed } = useWords().privacy;
  const networkName = useNetworkName();
  const { day } = useFormats();
  return (
    <>
      <GetForm method="get" role="search" className="flex flex-wrap items-end gap-x-3">
        <div className="w-full max-w-sm">
          <Field
            name="search"
            type="search"
            label={newRequest.search}
            defaultValue={search}
            autoComplete="off"
          />
        </div>
        <div className="mb-5">
          <Button icon="search">{newRequest.find}</Button>
        </div>
      </GetForm>
      {search && rows.length === 0 && <p>{newRequest.none}</p>}
      {rows.length > 0 && (
        <section aria-label={newRequest.choose}>
          <h2 className="mb-2 text-lg">{newRequest.choose}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {rows.map(({ publicId, name, networks, since }) => (
              <li key={publicId} className="flex flex-wrap items-baseline gap-x-3 py-2">
                <Link to={urls.newPrivacyRequest({ person: publicId })} className="link">
                  {name ?? unnamed}
                </Link>
                <span className="text-sm text-soft">
                  {[...networks.map(networkName), newRequest.since(day(since))].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Asking({ today, answer }: { today: string; answer: Route.ComponentProps['actionData'] }) {
  const { privacy, customers } = useWords();
  const { newRequest, kinds: kindWords, vias: viaWords } = privacy;
  const purposes = Object.entries(customers.contract.purposes).map(([value, label]) => ({ value, label }));
  return (
    <Form answer={answer}>
      <Select
        name="kind"
        label={newRequest.kind}
        answer={answer}
        options={kinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <Select
        name="via"
        label={newRequest.via}
        answer={answer}
        options={vias.filter((via) => via !== 'mine').map((value) => ({ value, label: viaWords[value] }))}
      />
      <Field
        name="received"
        type="date"
        label={newRequest.received}
        hint={newRequest.receivedHint}
        defaultValue={today}
        max={today}
        answer={answer}
      />
      <Select
        name="purpose"
        label={newRequest.purpose}
        hint={newRequest.purposeHint}
        optional
        answer={answer}
        options={[{ value: '', label: newRequest.allPurposes }, ...purposes]}
      />
      <Textarea
        name="wish"
        rows={4}
        label={newRequest.wish}
        hint={newRequest.wishHint}
        optional
        answer={answer}
      />
      <div className="flex flex-wrap gap-3">
        <Button tone="primary">{newRequest.submit}</Button>
        <LinkButton to={urls.newPrivacyRequest()} tone="quiet">
          {newRequest.other}
        </LinkButton>
      </div>
    </Form>
  );
}
