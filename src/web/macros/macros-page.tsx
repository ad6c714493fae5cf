import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { makeMacro } from '../../conversations/macros/keeping.ts';
import { type Macro, wordsFor } from '../../conversations/macros/macro.ts';
import { listMacros } from '../../conversations/macros/using.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/macros-page.ts';
import { readActionChoices } from './action-choices.ts';
import { MacroForm } from './macro-form.tsx';
import { macroFields, macroOf } from './macro-posted.ts';

const schema = macroFields.extend({ act: z.literal('keep') });

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const macros = await listMacros(ctx);
  return {
    macros: macros.map((macro) => ({ ...macro, shown: wordsFor(macro.words, locale) })),
    mayShare: may(ctx.actor, 'conversation.approve'),
    choices: await readActionChoices(ctx),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await makeMacro(ctx, macroOf(form.value));
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.macros(), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
}

export default function MacrosPage({
  loaderData: { macros, mayShare, choices },
  actionData,
}: Route.ComponentProps) {
  const words = useWords().answers.macros;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-5">
        {macros.length === 0 && <EmptyState title={words.none}>{words.noneNext}</EmptyState>}
        {macros.length > 0 && (
          <Card>
            <ul className="divide-y divide-line">
              {macros.map((macro) => (
                <li key={macro.publicId} className="py-2.5">
                  <MacroRow macro={macro} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={words.add}>
          <MacroForm mayShare={mayShare} choices={choices} answer={actionData} />
        </Card>
      </div>
    </div>
  );
}

function MacroRow({ macro }: { macro: Macro & { shown: string } }) {
  const words = useWords().answers.macros;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {macro.mayChange ? (
          <Link to={urls.macro(macro.publicId)} className="link font-medium">
            {macro.name}
          </Link>
        ) : (
          <b className="font-medium">{macro.name}</b>
        )}
        <Badge>{macro.department ?? words.scopes[macro.scope]}</Badge>
        <span className="text-sm text-soft">
          {macro.owner} · {words.uses(macro.uses)} · {Object.keys(macro.words).join(', ')}
        </span>
      </p>
      <p className="line-clamp-2 text-sm text-soft">{macro.shown}</p>
    </>
  );
}
