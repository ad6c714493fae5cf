import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { ModelPlace } from '../../platform/language-model/settings.ts';
import { listHeads } from '../heads/head.ts';
import type { Outcome, Source } from './assistance.ts';
import { knowsAll } from './sources.ts';

/** What was asked in the last 24 hours, and what came of it. */
export interface Counted {
  readonly source: Source;
  readonly outcome: Outcome | 'asked';
  readonly n: number;
  readonly newest: Date;
}

/** Which optional models this installation has, where the texts go, and how it went lately. */
export interface AssistingNow {
  readonly languageModel: {
    readonly name: string;
    readonly host: string;
    readonly place: ModelPlace;
    readonly perDay: number;
    /** It failed too often, and is left alone until then. */
    readonly restsUntil: Date | null;
  } | null;
  readonly transformer: {
    readonly name: string;
    /** Heads whose classes it knows; none: it is of no use here. */
    readonly heads: readonly string[];
  } | null;
  readonly lately: readonly Counted[];
}

export async function assistingNow(ctx: Context): Promise<AssistingNow> {
  requires(ctx.actor, 'inbox.read');
  const { languageModel: model, transformer } = ctx;
  if (!model && !transformer) return { languageModel: null, transformer: null, lately: [] };
  return transact(ctx, 'ai_assist', async (ctx) => {
    const found = await sql<Counted>`
      select source, outcome, count(*)::int as n, max(asked_at) as newest from assistance
      where asked_at > ${asDate(ctx.clock.now().subtract({ hours: 24 }))}
      group by source, outcome order by n desc, outcome`.execute(ctx.database);
    const heads = transformer
      ? (await listHeads(ctx)).filter((head) => head.enabled && knowsAll(head, transformer.labels))
      : [];
    const rests = model?.restsUntil() ?? null;
    return {
      languageModel: model
        ? {
            name: model.name,
            host: model.host,
            place: model.place,
            perDay: model.perDay,
            restsUntil: rests === null ? null : new Date(rests),
          }
        : null,
      transformer: transformer ? { name: transformer.name, heads: heads.map(({ key }) => key) } : null,
      lately: found.rows,
    };
  });
}
