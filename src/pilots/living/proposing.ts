import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import type { Capability } from '../capability.ts';
import { type Asks, fitOf, type Profile } from '../culture/items.ts';
import { findTemplate } from '../library/own.ts';
import type { Area } from '../library/template.ts';
import type { Scope } from '../scope.ts';
import { born } from './life.ts';
import { lockPilot, type Pilot } from './pilot.ts';
import { employeeIn, noteStep, requiresOwner, takeStep } from './stepping.ts';

export interface Idea {
  readonly title: string;
  readonly goal: string;
  readonly area: Area;
  readonly template: string | null;
  readonly capabilities: readonly Capability[];
  /** Where to begin, when that is known: as far as it was enough before. */
  readonly scope?: Scope;
}

/** An idea for a pilot, from a template or of one's own. Gives its number. */
export async function propose(ctx: Context, idea: Idea): Promise<string> {
  requires(ctx.actor, 'pilot.manage');
  return transact(ctx, ctx.purpose, async (ctx) => {
    const id = publicId('pi', ctx.clock.now().epochMilliseconds);
    const made = await sql<{ id: string }>`
      insert into pilot (public_id, template, area, title, goal, state, capabilities, scope, created_at, created_by,
        owner_id)
      values (${id}, ${idea.template}, ${idea.area}, ${idea.title.trim()}, ${idea.goal.trim()}, ${born.state},
        ${[...idea.capabilities]}::text[], ${idea.scope ? JSON.stringify(idea.scope) : null}::jsonb, ${asDate(ctx.clock.now())}, ${employeeIn(ctx)}::bigint,
        ${employeeIn(ctx)}::bigint)
      returning id`.execute(ctx.database);
    const pilotId = made.rows[0]?.id ?? '';
    await noteStep(ctx, { pilotId, act: 'propose', from: null, to: 'idea', phase: 0, why: null, facts: {} });
    await ctx.emit([{ verb: 'pilot.proposed', subject: { kind: 'pilot', id: pilotId } }]);
    return id;
  });
}

/**
 * Lays what the pilot asks of the culture beside how it is here, and keeps that. It never stops anybody: below half the
 * sponsor may go on, with a reason.
 */
export async function testFit(
  ctx: Context,
  id: string,
  { profile, overruled }: { profile: Profile; overruled?: string },
): Promise<Pilot> {
  return transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    const asks = await asksOf(ctx, pilot);
    const fit = { ...fitOf(asks, profile), ...(overruled && { overruled }) };
    await sql`update pilot set fit = ${JSON.stringify(fit)}::jsonb where id = ${pilot.id}`.execute(
      ctx.database,
    );
    const { score, verdict } = fit;
    return {
      ...(await takeStep(ctx, pilot, { act: 'fit', why: overruled ?? null, facts: { score, verdict } })),
      fit,
    };
  });
}

export async function asksOf(ctx: Context, { template }: Pick<Pilot, 'template'>): Promise<Asks> {
  return template ? ((await findTemplate(ctx, template))?.fit ?? {}) : {};
}

/** Given up before it ran: somebody says why, so that nobody proposes it again without knowing. */
export async function drop(ctx: Context, id: string, why: string): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    await takeStep(ctx, pilot, { act: 'drop', why });
  });
}
