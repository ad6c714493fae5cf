import { redirect } from 'react-router';
import { z } from 'zod';
import { openMine } from '../../customers/mine/mine.ts';
import { setTerms } from '../../customers/mine/terms.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { termsOf } from '../../privacy/terms/terming.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/terms-page.ts';
import { me } from './me.ts';

const time = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
const schema = z.object({
  channel: z.enum(['', 'mail', 'phone', 'letter', 'none']),
  phone: z.enum(['yes', 'no']),
  from: time,
  to: time,
  months: z.union([z.literal(''), z.coerce.number().int().min(1).max(120)]),
  nickname: z.string().trim().max(60),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  return openMine(ctx, async (ctx, { personId }) => {
    const terms = await termsOf(ctx, personId);
    return { ...terms, quiet: terms.quiet[0] ?? null };
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = me(context);
  const zone = pageContext(context).timeZone ?? fallbackTimeZone;
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { channel, phone, from, to, months, nickname } = form.value;
  try {
    await setTerms(ctx, {
      channel: channel || null,
      no_phone: phone === 'no' ? true : null,
      quiet: from && to ? { from, to, zone } : null,
      forget_after: months === '' ? null : months,
      nickname: nickname || null,
    });
    return redirect(urls.mineTerms(), { status: 303, headers: { 'Set-Cookie': flashCookie('terms-kept') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function TermsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { terms } = useWords().mine;
  const { channel, noPhone, quiet, forgetAfterMonths, nickname } = loaderData;
  return (
    <>
      <PageHeader title={terms.title} lead={terms.lead} />
      <Card>
        <Form answer={actionData} className="max-w-md">
          <Select
            name="channel"
            label={terms.channel}
            hint={terms.channelHint}
            defaultValue={channel ?? ''}
            answer={actionData}
            options={(['', 'mail', 'phone', 'letter', 'none'] as const).map((value) => ({
              value,
              label: terms.channels[value === '' ? 'any' : value],
            }))}
          />
          <Select
            name="phone"
            label={terms.phone}
            defaultValue={noPhone ? 'no' : 'yes'}
            answer={actionData}
            options={[
              { value: 'yes', label: terms.phoneYes },
              { value: 'no', label: terms.phoneNo },
            ]}
          />
          <fieldset>
            <legend className="font-medium">{terms.quiet}</legend>
            <p className="mb-1.5 text-sm text-soft">{terms.quietHint}</p>
            <div className="grid grid-cols-2 gap-4">
              <Field
                name="from"
                type="time"
                label={terms.from}
                optional
                defaultValue={quiet?.from}
                answer={actionData}
              />
              <Field
                name="to"
                type="time"
                label={terms.to}
                optional
                defaultValue={quiet?.to}
                answer={actionData}
              />
            </div>
          </fieldset>
          <Field
            name="months"
            type="number"
            min={1}
            max={120}
            label={terms.forget}
            hint={terms.forgetHint}
            optional
            defaultValue={forgetAfterMonths ?? ''}
            answer={actionData}
          />
          <Field
            name="nickname"
            label={terms.nickname}
            hint={terms.nicknameHint}
            optional
            maxLength={60}
            defaultValue={nickname ?? ''}
            answer={actionData}
          />
          <Button tone="primary">{terms.submit}</Button>
        </Form>
      </Card>
      <p className="mt-5 text-sm text-soft">{terms.where}</p>
    </>
  );
}
