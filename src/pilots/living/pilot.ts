import { sql } from 'kysely';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Capability } from '../capability.ts';
import type { Fit } from '../culture/items.ts';
import type { Area } from '../library/template.ts';
import type { Scope } from '../scope.ts';
import type { Phase, Standing, State } from './life.ts';
import type { Plan } from './plan.ts';

/** A fit test that was done, and who went on against it and why. */
export interface KeptFit extends Fit {
  readonly overruled?: string;
}

export interface Pilot extends Standing {
  readonly id: string;
  readonly publicId: string;
  readonly template: string | null;
  readonly area: Area;
  readonly title: string;
  readonly goal: string;
  readonly owner: Named | null;
  readonly sponsor: Named | null;
  readonly department: Named | null;
  readonly capabilities: readonly Capability[];
  readonly fit: KeptFit | null;
  readonly plan: Plan | null;
  /** Where it is on now, or was last. */
  readonly scope: Scope | null;
  readonly phaseStartedAt: Date | null;
  /** 'YYYY-MM-DD': when the running phase asks for a decision. */
  readonly endsOn: string | null;
  readonly createdAt: Date;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Row {
  id: string;
  public_id: string;
  template: string | null;
  area: Area;
  title: string;
  goal: string;
  state: State;
  phase: Phase;
  extended: boolean;
  capabilities: Capability[];
  fit: KeptFit | null;
  plan: Plan | null;
  scope: Scope | null;
  phase_started_at: Date | null;
  ends_on: string | null;
  created_at: Date;
  owner: Named | null;
  sponsor: Named | null;
  department: Named | null;
}

const selected = sql`
  select p.id, p.public_id, p.template, p.area, p.title, p.goal, p.state, p.phase, p.extended, p.capabilities, p.fit,
    p.plan, p.scope, p.phase_started_at, p.ends_on::text as ends_on, p.created_at,
    case when o.id is not null then json_build_object('id', o.id::text, 'name', o.name) end as owner,
    case when s.id is not null then json_build_object('id', s.id::text, 'name', s.name) end as sponsor,
    case when d.id is not null then json_build_object('id', d.id::text, 'name', d.name) end as department
  from pilot p
  left join employee o on o.id = p.owner_id
  left join employee s on s.id = p.sponsor_id
  left join department d on d.id = p.department_id`;

/** All of them, those that live first, the newest on top. One statement. */
export async function listPilots(ctx: Context): Promise<Pilot[]> {
  const found = await sql<Row>`${selected}
    order by (p.state in ('stopped', 'dropped')), p.id desc limit 500`.execute(ctx.database);
  return found.rows.map(toPilot);
}

/** @throws Refusal `not-found.pilot` */
export async function getPilot(ctx: Context, publicId: string): Promise<Pilot> {
  const found = await sql<Row>`${selected} where p.public_id = ${publicId}`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.pilot', { id: publicId });
  return toPilot(row);
}

/** For acts: nobody else decides on it meanwhile. @throws Refusal `not-found.pilot` */
export async function lockPilot(ctx: Context, publicId: string): Promise<Pilot> {
  await sql`select from pilot where public_id = ${publicId} for update`.execute(ctx.database);
  return getPilot(ctx, publicId);
}

function toPilot(row: Row): Pilot {
  const { public_id, phase_started_at, ends_on, created_at, ...rest } = row;
  return {
    ...rest,
    publicId: public_id,
    phaseStartedAt: phase_started_at,
    endsOn: ends_on,
    createdAt: created_at,
  };
}

/** The organisation's date now. */
export async function today(ctx: Context): Promise<string> {
  const { timezone } = await getOrganisation(ctx);
  return ctx.clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString();
}
