import { randomBytes } from 'node:crypto';
import { redirect } from 'react-router';
import { z } from 'zod';
import { askProofOnSite, getTalk, sayOnSite, talkFor } from '../../conversations/talking/talk.ts';
import { findGuest, rememberedDays } from '../../listening/talking/guest.ts';
import { lineKey, longestLine } from '../../listening/talking/line.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { tokenFor } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Sheet } from '../mine/sheet.tsx';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/talk-page.ts';
import { guestCookie, readGuestCookie } from './guest-cookie.ts';
import { Thread } from './thread.tsx';

export const handle: PageHandle = { scripts: false };
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const talk = await getTalk(ctx, params.account);
  const token = readGuestCookie(request, params.account);
  const guest = token ? await findGuest(ctx, talk.connection.id, token) : undefined;
  const view = await talkFor(ctx, talk, { guest, locale, seen: true });
  return {
    account: params.account,
    sent: url.searchParams.has('sent'),
    key: randomBytes(18).toString('base64url'),
    ...view,
  };
}

const schema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('say'),
    text: z.string().max(20_000),
    name: z.string().trim().max(80).default(''),
    key: z.string().regex(lineKey).optional(),
  }),
  z.object({ act: z.literal('address'), address: z.string().trim().min(1).max(254) }),
]);

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx, locale, remote } = pageContext(context);
  const files = await filesIn(request.clone());
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const token = readGuestCookie(request, params.account);
  try {
    const talk = await getTalk(ctx, params.account);
    if (form.value.act === 'address') {
      const guest = token ? await findGuest(ctx, talk.connection.id, token) : undefined;
      if (!guest) throw new Refusal('forbidden.guest');
      const page = urls.talkProof(params.account);
      await askProofOnSite(ctx, { guest, given: form.value.address, page });
      return redirect(urls.talk(params.account), 303);
    }
    const { text, name, key } = form.value;
    const said = await sayOnSite(ctx, talk, {
      ...{ text, key: key ?? null, name: name || null, files, locale, remote },
      // Who is no guest yet is the same one when they send the same form again.
      token: token ?? (key ? tokenFor(ctx.outside, `guest ${params.account} ${key}`) : null),
    });
    const cookie = guestCookie(ctx, params.account, said.token);
    return redirect(urls.talk(params.account, { sent: 1 }), {
      status: 303,
      headers: { 'Set-Cookie': cookie },
    });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

async function filesIn(request: Request) {
  const sent = [...(await request.formData()).values()].filter((one) => typeof one !== 'string');
  const files = sent.filter(({ size, name }) => size > 0 && name !== '').slice(0, 3);
  return Promise.all(
    files.map(async (file) => ({
      ...{ name: file.name, mediaType: file.type, content: new Uint8Array(await file.arrayBuffer()) },
    })),
  );
}

export default function TalkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { talking: words } = useWords();
  const { organisation, greeting, isOn, lines, sent, question } = loaderData;
  return (
    <Sheet brand={organisation}>
      <PageHeader title={words.title(organisation)} lead={greeting || words.lead} />
      <div className="space-y-6">
        {isOn ? (
          <Expect view={loaderData} />
        ) : (
          <Notice tone="info" title={words.off.title}>
            {words.off.next}
          </Notice>
        )}
        {sent && <Notice tone="done" title={words.thread.sent} />}
        {lines.length > 0 && <Thread view={loaderData} />}
        {question && (
          <p>
            <a href={question.url} className="link">
              {words.question}
            </a>
          </p>
        )}
        {isOn && <Say view={loaderData} answer={actionData} />}
        {lines.length > 0 && <Address view={loaderData} />}
        <p className="text-sm text-soft">
          {words.privacy.text}{' '}
          <a href={urls.intentions()} target="_blank" rel="noreferrer" className="link">
            {words.privacy.link}
          </a>
          .{lines.length > 0 && ` ${words.thread.kept(rememberedDays)}`}
        </p>
      </div>
    </Sheet>
  );
}

type View = Route.ComponentProps['loaderData'];

function Expect({ view: { open, opensAt, answerBy } }: { view: View }) {
  const { expect } = useWords().talking;
  const { moment } = useFormats();
  return (
    <p>
      {open ? expect.open : opensAt ? expect.opens(moment(opensAt)) : expect.closed}{' '}
      {answerBy ? expect.answer(moment(answerBy)) : expect.none}
    </p>
  );
}

function Say({ view, answer }: { view: View; answer: Route.ComponentProps['actionData'] }) {
  const { form } = useWords().talking;
  const { guest, lines } = view;
  return (
    <Form answer={answer} encType="multipart/form-data">
      <input type="hidden" name="key" value={answer?.given?.key ?? view.key} />
      <Textarea
        name="text"
        label={lines.length > 0 ? form.more : form.text}
        maxLength={longestLine}
        answer={answer}
      />
      {!guest?.name && <Field name="name" label={form.name} optional autoComplete="name" answer={answer} />}
      <Field name="file" type="file" label={form.file} hint={form.fileHint} optional answer={undefined} />
      <Button tone="primary" name="act" value="say">
        {form.send}
      </Button>
    </Form>
  );
}

function Address({ view: { guest } }: { view: View }) {
  const { address } = useWords().talking;
  if (!guest) return null;
  if (guest.address) return <p className="text-sm text-soft">{address.proven(guest.address)}</p>;
  return (
    <Card title={address.title}>
      <p className="mb-3 text-soft">{guest.asked ? address.sent(guest.asked) : address.why}</p>
      <Form>
        <Field
          name="address"
          type="email"
          label={address.label}
          autoComplete="email"
          defaultValue={guest.asked ?? ''}
        />
        <Button name="act" value="address">
          {address.send}
        </Button>
      </Form>
    </Card>
  );
}
