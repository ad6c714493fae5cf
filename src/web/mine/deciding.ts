import { redirect } from 'react-router';
import { z } from 'zod';
import { decideMine, restrictMine } from '../../customers/mine/deciding.ts';
import type { Context } from '../../platform/context.ts';
import { states } from '../../privacy/permission.ts';
import { purposeKeys } from '../../privacy/purpose.ts';
import { localPath, urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { flashCookie } from '../preferences/flash.ts';

const schema = z.object({
  purpose: z.enum([...purposeKeys, 'everything']),
  act: z.enum(['give', 'withdraw', 'object', 'restrict', 'lift', 'ask']),
  from: z.enum(states).optional(),
  returnTo: z.string().max(200).optional(),
});

/** One press on any page of one's own data. Answers when it holds, with a line that says so. */
export async function answerDecision(ctx: Context, request: Request, surface: string) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { purpose, act, from, returnTo } = form.value;
  try {
    if (purpose === 'everything') await restrictMine(ctx, act === 'restrict' ? 'restrict' : 'lift');
    else await decideMine(ctx, { purpose, act, surface, ...(from && { from }) });
    return redirect(localPath(returnTo, urls.mineContract()), {
      status: 303,
      headers: { 'Set-Cookie': flashCookie('decided') },
    });
  } catch (error) {
    return refusedForm(error, {});
  }
}
