import { redirect } from 'react-router';
import { z } from 'zod';
import { contactFields } from '../../customers/correcting/contact.ts';
import { claimRight, type OwnRight } from '../../customers/mine/claiming.ts';
import { urls } from '../../urls.ts';
import { correctionOf, toCorrection } from '../customers/correction-schema.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { flashCookie } from '../preferences/flash.ts';
import { exportCookie, type Me } from './me.ts';

/** All but the mail address, which is proven first. */
const own = contactFields.filter((field) => field !== 'mail');

const schema = z.discriminatedUnion('right', [
  z
    .object({ right: z.literal('correct'), ...correctionOf(own) })
    .transform(({ right, ...given }) => ({ right, ...toCorrection(given) })),
  z.object({ right: z.literal('export') }),
  z.object({ right: z.literal('erase') }),
  z.object({
    right: z.literal('erase-confirm'),
    id: z.string(),
    days: z.coerce.number().int().min(0).max(14),
  }),
  z.object({ right: z.literal('erase-withdraw'), id: z.string() }),
  z.object({ right: z.literal('rectify'), wish: z.string().trim().min(3).max(2000) }),
  z.object({ right: z.literal('of-age'), evidence: z.string().trim().min(5).max(1000) }),
]) satisfies z.ZodType<OwnRight>;

/** A right that somebody uses, by the form of that right. */
export async function answerRight({ ctx }: Me, request: Request, timeZone: string) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    const { exportToken } = await claimRight(ctx, form.value, timeZone);
    const answer = redirect(urls.mineRights(), {
      status: 303,
      headers: { 'Set-Cookie': flashCookie('right-used') },
    });
    if (exportToken) answer.headers.append('Set-Cookie', exportCookie(ctx, exportToken));
    return answer;
  } catch (error) {
    return refusedForm(error, form.given);
  }
}
