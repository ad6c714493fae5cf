import { redirect } from 'react-router';
import type { z } from 'zod';
import { requiresEverywhere } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { again, type FormReading, readForm, refusedForm } from '../forms.ts';
import { flashCookie } from '../preferences/flash.ts';

type Provider = Parameters<typeof pageContext>[0];

/** The context of whoever may arrange the organisation. @throws Refusal `forbidden.action` */
export function manager(provider: Provider): Context {
  const ctx = pageContext(provider).context;
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return ctx;
}

/**
 * Reads the form, does what it asks, and goes on to the address that this gives; or shows the form again with what
 * was wrong. Each form of a page names itself in the field `act`.
 */
export async function doForm<T>(
  request: Request,
  schema: z.ZodType<T>,
  act: (value: T) => Promise<string>,
): Promise<Response | ReturnType<typeof again>> {
  const form: FormReading<T> = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    return kept(await act(form.value));
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** On to another page, which says that it was kept. */
export function kept(to: string): Response {
  return redirect(to, { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
}
