import { redirect } from 'react-router';
import { z } from 'zod';
import { getTalk } from '../../conversations/talking/talk.ts';
import { proofBehind, takeProof } from '../../listening/talking/proving.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Sheet } from '../mine/sheet.tsx';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/proof-page.ts';

export const handle: PageHandle = { scripts: false };
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

const schema = z.object({ token: z.string().min(1).max(200) });

/** Looking at the link proves nothing: programs that look at mail open every address in it. Only the button does. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  await getTalk(ctx, params.account);
  const token = url.searchParams.get('token')?.slice(0, 200) ?? '';
  const { name: organisation } = await getOrganisation(ctx);
  const done = url.searchParams.has('done');
  const proof = done ? undefined : await proofBehind(ctx, token);
  return { organisation, token, done, address: proof?.address ?? null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await takeProof(ctx, form.value.token);
    return redirect(urls.talkProof(params.account, { done: 1 }), 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function ProofPage({ loaderData, actionData }: Route.ComponentProps) {
  const { proof: words } = useWords().talking;
  const { organisation, token, done, address } = loaderData;
  if (done || address === null)
    return (
      <Sheet brand={organisation}>
        <PageHeader title={done ? words.done : words.gone} lead={done ? words.doneWhy : words.goneWhy} />
      </Sheet>
    );
  return (
    <Sheet brand={organisation}>
      <PageHeader title={words.title} lead={words.lead(address)} />
      <Form answer={actionData}>
        <input type="hidden" name="token" value={token} />
        <Button tone="primary">{words.submit}</Button>
      </Form>
    </Sheet>
  );
}
