import { type RawBuilder, sql } from 'kysely';
import { knownAs } from '../../customers/known-as.ts';
import { personAgrees, personAllows } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { understand } from '../../understanding/reading.ts';
import { type Head, type HeadRules, listHeads } from '../heads/head.ts';
import { type Assistance, roomFor, type Withheld } from './assistance.ts';
import { assist, type Ready } from './assisting.ts';
import { cleaned } from './cleaning.ts';
import { makeRedaction } from './redacting.ts';
import { type ClassSource, type Proposal, sourcesOf } from './sources.ts';
import { suspicionsIn } from './suspecting.ts';

/** A minute of work; what does not fit waits for the next. */
const mostAtOnce = 20;
/** What was heard longer ago is answered by now, or will be read by a person anyway. */
const hours = 24;
const mostLookedAt = 300;
const mostTries = 3;
const longestText = 2000;
/** What ends the matter for one message; other outcomes may be tried again. */
const settled: readonly string[] = [
  'answered',
  'not-allowed',
  'special',
  'nothing-to-read',
  'malformed',
  'too-long',
  'withdrawn',
];
/** Rules that mean something by finding nothing: no haste, no question, no mood, nothing named. The others just do not know. */
const silenceSpeaks: readonly HeadRules[] = [
  'mood',
  'sentiment',
  'urgency',
  'answerable',
  'aspects',
  'relation',
];

interface Doubted {
  readonly id: string;
  readonly receivedAt: Date;
  readonly publicId: string;
  readonly personId: string | null;
  readonly text: string;
  /** Heads of which neither a colleague, nor a model that is sure, nor a rule says anything. */
  readonly heads: readonly string[];
}

/**
 * Asks for classes of messages of which nothing here is sure. What comes is a suggestion: it changes no message, and
 * nothing is learned from it until a colleague takes it over.
 */
export async function suggestDue(ctx: Context): Promise<void> {
  for (const source of sourcesOf(ctx)) {
    const asked = await transact(ctx, 'ai_assist', (ctx) => toAsk(ctx, source));
    for (const { message, heads } of asked) {
      const outcome = await assist(ctx, {
        assistance: assistanceOf(message, source),
        limits: source.limits,
        prepare: async (ctx) => prepared(ctx, message, { heads, source }),
        keep: async (ctx, came) => {
          await keepProposals(ctx, message, { source, proposals: came.value ?? [] });
          return came.outcome;
        },
      });
      if (outcome === 'over-budget' || outcome === 'resting') break;
    }
  }
}

interface ToAsk {
  message: Doubted;
  heads: readonly Head[];
}

async function toAsk(ctx: Context, source: ClassSource): Promise<ToAsk[]> {
  const heads = source.answers(
    (await listHeads(ctx)).filter(({ enabled, classes }) => enabled && classes.length > 1),
  );
  const room = source.limits ? await roomFor(ctx, 'classes', source.limits) : mostAtOnce;
  if (heads.length === 0 || room <= 0) return [];
  const found = await doubted(ctx, source, { heads, most: Math.min(room, mostAtOnce) });
  return found.map((message) => ({ message, heads: heads.filter(({ key }) => message.heads.includes(key)) }));
}

function assistanceOf({ personId, publicId }: Doubted, from: ClassSource): Assistance {
  const { source, model, place, promptVersion } = from;
  return { kind: 'classes', source, model, place, promptVersion, personId, reference: publicId };
}

async function prepared(
  ctx: Context,
  message: Doubted,
  { heads, source }: { heads: readonly Head[]; source: ClassSource },
): Promise<Ready<readonly Proposal[]> | { readonly withheld: Withheld }> {
  const plain = cleaned(message.text, longestText);
  if (plain === '') return { withheld: 'nothing-to-read' };
  const isOutside = source.place === 'outside';
  if (isOutside && isAboutHealth(plain)) return { withheld: 'special' };
  const redaction = makeRedaction(await knownAs(ctx, message.personId));
  const text = redaction.redact(plain, 'customer');
  return {
    sent: { hidden: redaction.counts(), suspicions: suspicionsIn(message.text) },
    ask: () => source.ask(text, heads),
  };
}

/** Data about health stays in the house, whatever else somebody allows. */
export function isAboutHealth(text: string): boolean {
  return understand(text).personal.some(({ kind }) => kind === 'health');
}

/** Newest first, so that what comes in now is read before what waited. */
async function doubted(
  ctx: Context,
  { source, place }: ClassSource,
  { heads, most }: { heads: readonly Head[]; most: number },
): Promise<Doubted[]> {
  const now = ctx.clock.now();
  const keys = heads.map(({ key }) => key);
  const cold = heads.map(({ rules }) => !silenceSpeaks.includes(rules));
  const person = sql`m.person_id`;
  const found = await sql<Doubted>`
    select m.id, m.received_at as "receivedAt", m.public_id as "publicId", m.person_id as "personId", m.text, d.heads
    from (
      select * from message
      where direction = 'in' and sent_at <= ${asDate(now)} and sent_at > ${asDate(now.subtract({ hours }))}
      order by sent_at desc limit ${mostLookedAt}) m
    cross join lateral (
      select array_agg(h.key) as heads from unnest(${keys}::text[], ${cold}::boolean[]) as h (key, cold)
      where ${isDoubted}) d
    where d.heads is not null and m.understanding is not null and m.text <> ''
      and ${personAllows(person, 'ai_assist')} and ${personAllows(person, 'service')}
      and ${place === 'outside' ? personAgrees(person, 'ai_assist') : sql`true`}
      and not exists (
        select from assistance a where a.reference = m.public_id and a.kind = 'classes' and a.source = ${source}
        having count(*) >= ${mostTries} or bool_or(a.outcome = any(${settled}::text[])))
    order by m.sent_at desc, m.id desc limit ${most}`.execute(ctx.database);
  return found.rows;
}

/** Nobody said it, no model is sure, and no rule found a word; where there is no model, only if silence says nothing. */
const isDoubted: RawBuilder<unknown> = sql`
  not coalesce(jsonb_path_exists(m.understanding, '$.because[*] ? (@.head == $head && @.words.size() > 0)',
    jsonb_build_object('head', h.key)), false)
  and not exists (
    select from label l where l.message_id = m.id and l.received_at = m.received_at and l.head = h.key
      and (l.automatic or l.by in ('person', 'alike')))
  and (h.cold or exists (
    select from label l where l.message_id = m.id and l.received_at = m.received_at and l.head = h.key
      and l.by = 'model'))`;

async function keepProposals(
  ctx: Context,
  message: Doubted,
  { source, proposals }: { source: ClassSource; proposals: readonly Proposal[] },
): Promise<void> {
  if (proposals.length === 0) return;
  await sql`
    insert into label (message_id, received_at, head, by, labels, confidence, automatic, model_name, prompt_version, at)
    select m.id, m.received_at, p.head, ${source.source}, array(select jsonb_array_elements_text(p.labels)),
      p.confidence, false, ${source.model}, ${source.promptVersion}::smallint, ${asDate(ctx.clock.now())}
    from unnest(${proposals.map((p) => p.head)}::text[], ${proposals.map((p) => JSON.stringify(p.labels))}::jsonb[],
      ${proposals.map((p) => p.confidence)}::real[]) as p (head, labels, confidence)
    join message m on m.id = ${message.id} and m.received_at = ${message.receivedAt} and m.text <> ''
    on conflict (message_id, received_at, head, by) do update set labels = excluded.labels,
      confidence = excluded.confidence, model_name = excluded.model_name, prompt_version = excluded.prompt_version,
      at = excluded.at`.execute(ctx.database);
}
