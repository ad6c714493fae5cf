import { sql } from 'kysely';
import { personAgrees, personAllows } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { AskFailure } from '../../platform/language-model/language-model.ts';
import type { ModelPlace } from '../../platform/language-model/settings.ts';
import type { Suspicion } from './suspecting.ts';

export type AssistanceKind = 'draft' | 'classes';
export type Source = 'assistant' | 'transformer';

/** Why nothing was asked at all. */
export type Withheld =
  /** The customer does not want it, or nobody knows whose message it is and it would leave the house. */
  | 'not-allowed'
  /** About somebody's health, and it would leave the house. */
  | 'special'
  /** More in this minute or these 24 hours than the installation allows. */
  | 'over-budget'
  /** Nothing of the customer to read. */
  | 'nothing-to-read';

/** What came of the answer, once there was one. */
export type Judged =
  /** The customer took it back, or was erased, while it was asked: what came is thrown away. */
  | 'withdrawn'
  /** The answer says what it may not say. */
  | 'unfit';

export type Outcome = 'answered' | AskFailure | Withheld | Judged;

/** Which model is asked, how, and about whom. */
export interface Assistance {
  readonly kind: AssistanceKind;
  readonly source: Source;
  readonly model: string;
  readonly place: ModelPlace;
  readonly promptVersion: number;
  readonly personId: string | null;
  /** Public id of the conversation or message. */
  readonly reference: string;
}

export interface Sent {
  readonly hidden: Readonly<Record<string, number>>;
  readonly suspicions: readonly Suspicion[];
}

const nothing: Sent = { hidden: {}, suspicions: [] };

/** Writes down that something is asked, or why it is not; gives its number. */
export async function writeAssistance(
  ctx: Context,
  asked: Assistance,
  { sent = nothing, outcome = 'asked' }: { sent?: Sent; outcome?: Outcome | 'asked' },
): Promise<string> {
  const at = asDate(ctx.clock.now());
  const made = await sql<{ id: string }>`
    insert into assistance (kind, asked_at, person_id, reference, employee_id, source, model, place, prompt_version,
      outcome, hidden, suspicions, ended_at)
    values (${asked.kind}, ${at}, ${asked.personId}, ${asked.reference},
      ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}, ${asked.source}, ${asked.model}, ${asked.place},
      ${asked.promptVersion}, ${outcome}, ${JSON.stringify(sent.hidden)}::jsonb, ${sent.suspicions}::text[],
      ${outcome === 'asked' ? null : at})
    returning id`.execute(ctx.database);
  return made.rows[0]?.id ?? '';
}

export interface Ended {
  readonly outcome: Outcome;
  readonly tokensIn?: number | null;
  readonly tokensOut?: number | null;
}

/** Writes down what came of it. False: its row is gone, because the person was erased meanwhile. */
export async function endAssistance(ctx: Context, id: string, ended: Ended): Promise<boolean> {
  const { outcome, tokensIn = null, tokensOut = null } = ended;
  const done = await sql`
    update assistance set outcome = ${outcome}, tokens_in = coalesce(${tokensIn}::integer, tokens_in),
      tokens_out = coalesce(${tokensOut}::integer, tokens_out), ended_at = ${asDate(ctx.clock.now())}
    where id = ${id}`.execute(ctx.database);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Whether the person of a running question still wants it. */
export async function stillWanted(ctx: Context, { personId, place }: Assistance): Promise<boolean> {
  if (personId === null) return true;
  const person = sql`${personId}::bigint`;
  const found = await sql<{ wanted: boolean }>`select ${personAllows(person, 'ai_assist')}
    and ${place === 'outside' ? personAgrees(person, 'ai_assist') : sql`true`} as wanted`.execute(
    ctx.database,
  );
  return found.rows[0]?.wanted ?? false;
}

export interface Limits {
  readonly perMinute: number;
  readonly perDay: number;
}

/** Suggestions leave a quarter of the day for colleagues who wait for a draft. */
const forSuggestions = 0.75;
/** What was never sent costs nothing. */
const free: readonly string[] = ['over-budget', 'not-allowed', 'special', 'nothing-to-read', 'resting'];

/** Whether one more may be asked. Holds whoever asks at the same moment until this transaction ends. */
export async function hasRoom(ctx: Context, kind: AssistanceKind, limits: Limits): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('assistance'), 0)`.execute(ctx.database);
  return (await roomFor(ctx, kind, limits)) > 0;
}

/** How many more may be asked now; without holding anybody, so it is a guess. */
export async function roomFor(ctx: Context, kind: AssistanceKind, limits: Limits): Promise<number> {
  const now = ctx.clock.now();
  const found = await sql<{ minute: number; day: number }>`
    select (count(*) filter (where asked_at > ${asDate(now.subtract({ minutes: 1 }))}))::int as minute,
      count(*)::int as day
    from assistance where source = 'assistant' and asked_at > ${asDate(now.subtract({ hours: 24 }))}
      and outcome <> all (${free}::text[])`.execute(ctx.database);
  const { minute = 0, day = 0 } = found.rows[0] ?? {};
  const perDay = kind === 'classes' ? Math.floor(limits.perDay * forSuggestions) : limits.perDay;
  return Math.min(limits.perMinute - minute, perDay - day);
}
