import { redirect } from 'react-router';
import { z } from 'zod';
import { approveMailing, changeMailing, testMailing } from '../../customers/sending/drafting.ts';
import { pauseMailing, resumeMailing, startMailing, stopMailing } from '../../customers/sending/running.ts';
import { requires } from '../../organisation/authority.ts';
import { mailboxOf } from '../../organisation/mailbox.ts';
import type { Context } from '../../platform/context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { flashCookie } from '../preferences/flash.ts';
import { draftOf, mailingSchema } from './mailing-form.tsx';

const schema = z.union([
  z.object({ act: z.enum(['test', 'approve', 'start', 'pause', 'resume', 'stop']) }),
  mailingSchema,
]);

const turns = {
  approve: approveMailing,
  start: startMailing,
  pause: pauseMailing,
  resume: resumeMailing,
  stop: stopMailing,
} as const;

/** What a colleague does with a mailing: other words, or a step further. */
export async function answerTurn(ctx: Context, id: string, request: Request) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    if (!('act' in form.value)) {
      requires(ctx.actor, 'mailing.write');
      await changeMailing(ctx, id, draftOf(form.value));
      return done(id, 'mailing-kept');
    }
    const { act } = form.value;
    requires(ctx.actor, act === 'test' ? 'mailing.write' : 'mailing.approve');
    if (act !== 'test') await turns[act](ctx, id);
    else if (ctx.actor.kind === 'employee') {
      await testMailing(ctx, id, await mailboxOf(ctx, ctx.actor.employeeId));
    }
    return done(id, 'mailing-turned');
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

function done(id: string, flash: 'mailing-kept' | 'mailing-turned') {
  return redirect(urls.mailing(id), { status: 303, headers: { 'Set-Cookie': flashCookie(flash) } });
}
