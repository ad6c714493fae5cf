import { sql } from 'kysely';
import { enterListUse, personAllows, personLets } from '../../customers/using.ts';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { chooseToLabel, marginOf } from '../../understanding/learned/choosing.ts';
import { decide } from '../../understanding/learned/predicting.ts';
import { randomFrom } from '../../understanding/learned/random.ts';
import { getHead, type Head } from '../heads/head.ts';
import { hasColumn, standing } from './labelling.ts';
import { type LivePredictor, type Reader, readerOf } from './reading.ts';
import { newestCorrections } from './remembering.ts';
import { type Labelled, within } from './seeing.ts';

/** A message to be labelled, with what is thought of it now. */
export interface Asked {
  readonly publicId: string;
  readonly text: string;
  readonly channel: string;
  readonly author: string | null;
  readonly sentAt: Date;
  readonly language: string | null;
  /** What stands there now; for a head without a column of its own, what the model or the rules would say. */
  readonly labels: readonly string[];
  /** How sure the current model is of `suggested`, 0–1; null without one. */
  readonly confidence: number | null;
  readonly suggested: readonly string[];
  /** As far as the model can see, it belongs to none of the classes. */
  readonly outOfScope: boolean;
}

/** The newest of so many are weighed: what the organisation hears now is what it must understand. */
const mostWeighed = 2000;
const mostAsked = 100;

/**
 * Which messages to label first: three quarters those the model doubts most, one quarter at random, the same all day.
 * Only messages that the colleague may answer, of persons who let them be learned from, that no colleague labelled.
 * @throws Refusal `not-found.head`, `forbidden.action`
 */
export async function nextToLabel(ctx: Context, headKey: string, count: number): Promise<Asked[]> {
  requires(ctx.actor, 'conversation.answer');
  return transact(ctx, 'train', async (ctx) => {
    const head = await getHead(ctx, headKey);
    const reader = readerOf(ctx);
    await reader.refresh(ctx);
    const live = reader.find(headKey);
    const found = await candidates(ctx, headKey);
    const byId = new Map(found.map((one) => [one.id, one]));
    const day = Math.floor(ctx.clock.now().epochMilliseconds / 86_400_000);
    const chosen = chooseToLabel(weighed(found, { live, day }), Math.min(mostAsked, Math.max(1, count)), day);
    await enterListUse(ctx, 'labels.asked');
    return chosen.flatMap(({ id }) => {
      const one = byId.get(id);
      return one ? [shown(one, { head, reader })] : [];
    });
  });
}

/** Without a model nothing is known of doubt, so all are as likely. */
function weighed(
  found: readonly Candidate[],
  { live, day }: { live: LivePredictor | undefined; day: number },
) {
  const random = randomFrom(day);
  return found.map(({ id, text }) => ({
    id,
    text,
    margin: live ? marginOf(live.predictor, text) : random(),
  }));
}

type Candidate = Labelled & Pick<Asked, 'publicId' | 'channel' | 'author' | 'sentAt' | 'language'>;

async function candidates(ctx: Context, headKey: string): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    select m.id, m.received_at as "receivedAt", m.public_id as "publicId", m.text, m.author, m.sent_at as "sentAt",
      m.language, m.sentiment, m.intent, m.urgency, m.answerable, a.channel
    from message m join channel_account a on a.id = m.channel_account_id
    where m.direction = 'in' and m.sent_at <= ${asDate(ctx.clock.now())}
      and ${personLets(sql`m.person_id`, 'labels.asked')} and ${personAllows(sql`m.person_id`, 'service')}
      and ${within(ctx.actor, 'conversation.answer')}
      and not exists (select from (${newestCorrections(headKey)}) c where c."messageId" = m.id)
    order by m.sent_at desc, m.id desc limit ${mostWeighed}`.execute(ctx.database);
  return found.rows;
}

function shown(one: Candidate, { head, reader }: { head: Head; reader: Reader }): Asked {
  const { publicId, text, channel, author, sentAt, language } = one;
  const live = reader.find(head.key);
  const decision = live ? decide(live.predictor, text) : undefined;
  const stands = hasColumn(head.key) ? standing(one, head.key) : undefined;
  const ruled =
    stands ??
    reader.read(text, { channel }).labels.find(({ head: of, by }) => of === head.key && by === 'rules')
      ?.labels;
  const suggested = decision?.labels ?? ruled ?? [];
  return {
    publicId,
    text,
    channel,
    author,
    sentAt,
    language,
    labels: stands ?? suggested,
    confidence: decision?.confidence ?? null,
    suggested,
    outOfScope: decision?.outOfScope ?? false,
  };
}
