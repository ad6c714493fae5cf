import { redirect } from 'react-router';
import { z } from 'zod';
import { changeMacro, retireMacro } from '../../conversations/macros/keeping.ts';
import { listMacros } from '../../conversations/macros/using.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Act } from '../privacy/act.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/macro-page.ts';
import { readActionChoices } from './action-choices.ts';
import { MacroForm } from './macro-form.tsx';
import { macroFields, macroOf } from './macro-posted.ts';

const schema = z.discriminatedUnion('act', [
  macroFields.extend({ act: z.literal('keep'), version: z.coerce.number().int() }),
  z.object({ act: z.literal('retire') }),
]);

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const macro = (await listMacros(ctx)).find(
    ({ publicId, mayChange }) => publicId === params.id && mayChange,
  );
  if (!macro) throw new Refusal('not-found.macro', { id: params.id });
  const choices = await readActionChoices(ctx);
  return { macro, choices, mayShare: may(ctx.actor, 'conversation.approve') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const given = form.value;
  try {
    if (given.act === 'retire') await retireMacro(ctx, params.id);
    else await changeMacro(ctx, params.id, { ...macroOf(given), version: given.version });
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.macros(), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
}

export default function MacroPage({
  loaderData: { macro, mayShare, choices },
  actionData,
}: Route.ComponentProps) {
  const words = useWords().answers.macros;
  return (
    <div className="max-w-4xl">
      <PageHeader title={macro.name} />
      <div className="space-y-5">
        <Card title={words.change}>
          <MacroForm
            macro={macro}
            choices={choices}
            mayShare={mayShare}
            answer={actionData?.given?.act === 'keep' ? actionData : undefined}
          />
        </Card>
        <Act act="retire" label={words.retire} tone="quiet" answer={actionData}>
          <p className="mb-3 text-soft">{words.retireWhy}</p>
        </Act>
      </div>
    </div>
  );
}
