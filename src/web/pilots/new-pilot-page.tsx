import { redirect } from 'react-router';
import { z } from 'zod';
import { criteria } from '../../journey/criteria.ts';
import { repairOf } from '../../journey/recovering/recovery.ts';
import { requires } from '../../organisation/authority.ts';
import { type Capability, capabilities, everywhere, isCapability } from '../../pilots/capability.ts';
import { getTemplate } from '../../pilots/library/own.ts';
import { areas } from '../../pilots/library/template.ts';
import { propose } from '../../pilots/living/proposing.ts';
import { asDate } from '../../platform/clock.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/new-pilot-page.ts';

const shape = z.object({
  title: z.string().trim().min(3).max(120),
  goal: z.string().trim().max(500),
  area: z.enum(areas),
  template: z.string().max(40),
  capability: z.string().refine(isCapability),
  recover: z.string().max(10).default(''),
});

/** The criterion that it wins back, when it is begun from the recovery plan. */
function lostOne(id: string | null) {
  return criteria.find((criterion) => criterion.id === id);
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.manage');
  const key = url.searchParams.get('template');
  const template = key ? await getTemplate(ctx, key) : null;
  const lost = lostOne(url.searchParams.get('recover'));
  const keys = (Object.keys(capabilities) as Capability[]).filter((one) => !everywhere.has(one));
  return {
    recover: lost ? { id: lost.id, name: lost[locale] } : null,
    // Written beforehand by the page that leads here.
    goal: (url.searchParams.get('goal') ?? '').slice(0, 500),
    template: template && {
      key: template.key,
      area: template.area,
      name: template[locale].name,
      about: template[locale].about,
      capabilities: template.capabilities,
    },
    options: keys.map((value) => ({ value, label: capabilities[value][locale].name })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.manage');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    const { template, capability, recover, ...idea } = form.value;
    const lost = lostOne(recover);
    const repair = lost && (await repairOf(ctx, lost, asDate(ctx.clock.now())));
    const known = template ? await getTemplate(ctx, template) : null;
    const own = known?.capabilities.filter((one) => !everywhere.has(one)) ?? [capability as Capability];
    const id = await propose(ctx, {
      ...{ ...idea, template: known?.key ?? null, capabilities: own },
      ...(repair?.scope && repair.code === known?.key && { scope: repair.scope }),
    });
    return redirect(urls.pilot(id), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function NewPilotPage({
  loaderData: { goal, template, options, recover },
  actionData,
}: Route.ComponentProps) {
  const { pilots: words, recovery } = useWords();
  const { fresh } = words;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={template?.name ?? fresh.title}
        lead={template?.about ?? fresh.lead}
        aside={!template && <LinkButton to={urls.pilotTemplates()}>{fresh.template}</LinkButton>}
      />
      <Form answer={actionData}>
        <input type="hidden" name="template" value={template?.key ?? ''} />
        <input type="hidden" name="recover" value={recover?.id ?? ''} />
        <Field
          name="title"
          label={fresh.name}
          defaultValue={template?.name ?? ''}
          maxLength={120}
          answer={actionData}
        />
        <Textarea
          name="goal"
          label={fresh.goal}
          hint={fresh.goalHint}
          defaultValue={recover ? recovery.goal(recover.name) : goal}
          rows={3}
          optional
          answer={actionData}
        />
        <Select
          name="area"
          label={fresh.area}
          options={areas.map((value) => ({ value, label: words.areas[value] }))}
          defaultValue={template?.area ?? 'experience'}
          answer={actionData}
        />
        {template ? (
          <>
            <input type="hidden" name="capability" value={template.capabilities[0] ?? ''} />
            <p className="mb-5 text-soft">
              {words.templates.switches}:{' '}
              {options
                .filter(({ value }) => template.capabilities.includes(value))
                .map(({ label }) => label)
                .join(', ')}
            </p>
          </>
        ) : (
          <Select
            name="capability"
            label={fresh.capability}
            hint={fresh.capabilityHint}
            options={options}
            answer={actionData}
          />
        )}
        <Button tone="primary">{fresh.submit}</Button>
      </Form>
    </div>
  );
}
