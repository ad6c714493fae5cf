import { redirect } from 'react-router';
import { z } from 'zod';
import { enterFigure, noteCost } from '../../../pilots/benefit/figures.ts';
import { readCulture } from '../../../pilots/culture/asking.ts';
import { keepTemplate } from '../../../pilots/library/own.ts';
import { start } from '../../../pilots/living/beginning.ts';
import { askDecision, extend, keep, stop } from '../../../pilots/living/deciding.ts';
import { learn, tagsOf } from '../../../pilots/living/lessons.ts';
import { getPilot } from '../../../pilots/living/pilot.ts';
import { costKinds } from '../../../pilots/living/plan.ts';
import { plan } from '../../../pilots/living/planning.ts';
import { drop, testFit } from '../../../pilots/living/proposing.ts';
import { change, scale } from '../../../pilots/living/scaling.ts';
import type { Context } from '../../../platform/context.ts';
import type { PageContext } from '../../../platform/http/load-context.ts';
import { sendJob } from '../../../platform/jobs.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { flashCookie } from '../../preferences/flash.ts';
import { readNaming } from '../naming.ts';
import { templateOf } from './own-template.ts';
import { numberIn, planIn, scopeIn } from './plan-posted.ts';

const shape = z.record(z.string(), z.string().max(4000));

type Typed = Readonly<Record<string, string>>;
type Do = (ctx: Context, id: string, typed: Typed) => Promise<unknown>;

const text = (typed: Typed, name: string) => (typed[name] ?? '').trim();
const overrule = (typed: Typed) => ({ overrule: text(typed, 'overrule') || undefined });

/** One form each. Who may is asked where it is done. */
const acts: Readonly<Record<string, Do>> = {
  fit: async (ctx, id, typed) => {
    const { profile } = await readCulture(ctx);
    const why = text(typed, 'overruled');
    await testFit(ctx, id, { profile: profile ?? {}, ...(why && { overruled: why }) });
  },
  plan: async (ctx, id, typed) => {
    const { capabilities } = await getPilot(ctx, id);
    await plan(ctx, id, await planIn(ctx, typed, { naming: await readNaming(ctx), capabilities }));
  },
  start: async (ctx, id, typed) => {
    await start(ctx, id, overrule(typed));
    await measureSoon(ctx);
  },
  drop: (ctx, id, typed) => drop(ctx, id, text(typed, 'why')),
  ask: (ctx, id, typed) => askDecision(ctx, id, text(typed, 'why') || null),
  change: async (ctx, id, typed) => {
    const scope = await scopeIn(ctx, typed, { at: 1, naming: await readNaming(ctx) });
    await change(ctx, id, { scope, why: text(typed, 'why') });
    await measureSoon(ctx);
  },
  scale: async (ctx, id, typed) => {
    await scale(ctx, id, { why: text(typed, 'why'), ...overrule(typed) });
    await measureSoon(ctx);
  },
  keep: (ctx, id, typed) => keep(ctx, id, text(typed, 'why')),
  extend: (ctx, id, typed) => extend(ctx, id, { days: Number(typed.days), why: text(typed, 'why') }),
  stop: (ctx, id, typed) =>
    stop(ctx, id, {
      why: text(typed, 'why'),
      learned: text(typed, 'learned'),
      tags: tagsOf(text(typed, 'tags')),
      otherwise: text(typed, 'otherwise'),
    }),
  learn: (ctx, id, typed) =>
    learn(ctx, id, {
      ...{ learned: text(typed, 'learned'), otherwise: text(typed, 'otherwise') },
      tags: tagsOf(text(typed, 'tags')),
    }),
  figure: (ctx, id, typed) =>
    enterFigure(ctx, id, {
      metric: typed.metric === 'guard' ? 'guard' : 'benefit',
      side: typed.side === 'beside' || typed.side === 'holdout' ? typed.side : 'pilot',
      day: z.iso.date().catch('2000-01-03').parse(typed.day),
      n: numberIn(typed.n) ?? 0,
      value: numberIn(typed.value) ?? Number.NaN,
    }),
  cost: async (ctx, id, typed) => {
    const kind = costKinds.find((one) => one === typed.kind) ?? 'tools';
    const spentOn = z.iso.date().catch(ctx.clock.now().toString().slice(0, 10)).parse(typed.spentOn);
    await noteCost(ctx, id, { kind, euros: numberIn(typed.euros) ?? -1, spentOn, what: text(typed, 'what') });
  },
  measure: (ctx) => measureSoon(ctx),
  template: async (ctx, id) => {
    const pilot = await getPilot(ctx, id);
    await keepTemplate(ctx, templateOf(pilot), pilot.id);
  },
};

/** The live figures are measured by a job; whoever changed what is measured asks for it at once. */
function measureSoon(ctx: Context): Promise<void> {
  return sendJob(ctx, 'measure-pilots', {});
}

export async function actOnPilot({ context: ctx }: PageContext, request: Request, id: string) {
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  const act = acts[form.value.act ?? ''];
  if (!act) return again({ refused: 'invalid', given: form.given });
  try {
    await act(ctx, id, form.value);
    const to = form.value.act === 'template' ? urls.pilotTemplates() : urls.pilot(id);
    return redirect(to, { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}
